package org.liptako.node.exchange.transfer;

import java.util.HashMap;
import java.util.Map;
import org.liptako.node.peer.PeerLane;

/** One connection of a round, and the calls that run over it. Not thread-safe. */
final class FetchLane {
    private static final int FIRST_CHUNKS = 8;
    /** One comes while the next is asked for. */
    private static final int LEAST_CHUNKS = 2;

    private static final int MOST_CHUNKS = 256;
    /** Long enough that asking costs little, short enough that a lane can be given up without losing what is under way. */
    private static final double SLICE_SECONDS = 4;

    private final PeerLane connection;
    private final Map<FetchSlice, FetchCall> running = new HashMap<>();
    private double chunksASecond = FIRST_CHUNKS / SLICE_SECONDS;
    private long lastEnd = System.nanoTime();
    private boolean resting;

    FetchLane(PeerLane connection) {
        this.connection = connection;
    }

    PeerLane connection() {
        return connection;
    }

    Map<FetchSlice, FetchCall> running() {
        return running;
    }

    /** How many chunks its next call is to ask for. */
    int sliceChunks() {
        return (int) Math.clamp(chunksASecond * SLICE_SECONDS, LEAST_CHUNKS, MOST_CHUNKS);
    }

    /** A call has ended; how long its chunks took says how many the next one is to ask for. */
    void ended(FetchSlice slice) {
        running.remove(slice);
        long now = System.nanoTime();
        chunksASecond = slice.came() * 1e9 / Math.max(1, now - lastEnd);
        lastEnd = now;
    }

    /** Whether it lies idle until the next second, because its connection broke. */
    boolean rests() {
        return resting;
    }

    void rest(boolean rests) {
        resting = rests;
    }
}
