package org.liptako.node.exchange.transfer;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.liptako.node.peer.PeerLane;

/** One connection of a round, and the calls that run over it. Not thread-safe. */
final class FetchLane {
    /** Little is asked of a connection that nothing is known of: on a bad link it would owe it for long. */
    private static final int FIRST_CHUNKS = 2;

    /** One comes while the next is asked for. */
    private static final int LEAST_CHUNKS = 2;

    private static final int MOST_CHUNKS = 256;
    /** Long enough that asking costs little, short enough that a lane can be given up without losing what is under way. */
    private static final double SLICE_SECONDS = 4;

    /** So little is thought of a lane that brought nothing that it is tried again where there is much to fetch. */
    private static final double LEAST_RATE = 0.05;

    private final FetchHolder holder;
    private final PeerLane connection;
    private final Map<FetchSlice, FetchCall> running = new HashMap<>();
    private final LongAdder came = new LongAdder();
    private boolean brought;
    private double chunksASecond = FIRST_CHUNKS / SLICE_SECONDS;
    private long lastEnd = System.nanoTime();
    private boolean resting;

    FetchLane(FetchHolder holder, PeerLane connection) {
        this.holder = holder;
        this.connection = connection;
    }

    FetchHolder holder() {
        return holder;
    }

    PeerLane connection() {
        return connection;
    }

    /** Counts what comes over it. */
    LongAdder came() {
        return came;
    }

    /** The bytes that came since this was asked last. */
    long take() {
        long bytes = came.sumThenReset();
        brought |= bytes > 0;
        return bytes;
    }

    /** Whether anything has ever come over it. */
    boolean hasBrought() {
        return brought;
    }

    Map<FetchSlice, FetchCall> running() {
        return running;
    }

    double chunksASecond() {
        return chunksASecond;
    }

    /** No more than what the calls that run have brought since they began. */
    double rateNow() {
        return Math.min(
                chunksASecond,
                running.keySet().stream()
                        .mapToDouble(FetchSlice::mostChunksASecond)
                        .max()
                        .orElse(chunksASecond));
    }

    /** How many chunks its next call is to ask for. */
    int sliceChunks() {
        return (int) Math.clamp(chunksASecond * SLICE_SECONDS, LEAST_CHUNKS, MOST_CHUNKS);
    }

    /** A call has ended; how long its chunks took says how many the next one is to ask for. */
    void ended(FetchSlice slice) {
        running.remove(slice);
        long now = System.nanoTime();
        chunksASecond = Math.max(LEAST_RATE, slice.came() * 1e9 / Math.max(1, now - lastEnd));
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
