package org.liptako.node.exchange.transfer;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.liptako.node.peer.PeerLane;

/** One connection of a round, and the calls that run over it. Not thread-safe, but for {@link #heard} and {@link #worked}. */
final class FetchLane {
    private static final int MOST_CALLS = 2;
    private static final int LEAST_CHUNKS = 1;
    private static final int MOST_CHUNKS = 256;
    /** Long enough that asking costs little, short enough that a lane can be given up without losing what is under way. */
    private static final double SLICE_SECONDS = 4;

    /** Over the longest link, the answer takes less. */
    private static final double SECONDS_TO_ASK = 1.5;

    /** Little is asked of the first connections: on a bad link they would owe it for long. */
    private static final double UNKNOWN_RATE = 2 / SLICE_SECONDS;

    /** So little is thought of a lane that brought nothing that it is tried again where there is much to fetch. */
    private static final double LEAST_RATE = 0.05;

    private final FetchHolder holder;
    private final PeerLane connection;
    private final Map<FetchSlice, FetchCall> running = new HashMap<>();
    private final LongAdder came = new LongAdder();
    private final LongAdder worked = new LongAdder();
    private boolean brought;
    private double chunksASecond;
    private long since = System.nanoTime();
    private boolean resting;

    /** A lane of which no more is known than what the others of its holder bring. */
    FetchLane(FetchHolder holder, PeerLane connection) {
        this.holder = holder;
        this.connection = connection;
        this.chunksASecond = holder.lanes().stream()
                .mapToDouble(FetchLane::chunksASecond)
                .average()
                .orElse(UNKNOWN_RATE);
    }

    FetchHolder holder() {
        return holder;
    }

    PeerLane connection() {
        return connection;
    }

    /** So many bytes came over it. */
    void heard(long bytes) {
        came.add(bytes);
    }

    /** The bytes that came since this was asked last. */
    long take() {
        long bytes = came.sumThenReset();
        brought |= bytes > 0;
        return bytes;
    }

    /** A chunk of it took so long to be checked and written. */
    void worked(long nanos) {
        worked.add(nanos);
    }

    /** The nanoseconds that checking and writing took since this was asked last. */
    long takeWorked() {
        return worked.sumThenReset();
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

    /** Whether it lies idle, or would before an answer came to what is asked now. */
    boolean isAlmostDone() {
        return running.size() < MOST_CALLS
                && running.keySet().stream().allMatch(slice -> {
                    double left = slice.chunksLeft();
                    return left <= 1 && left <= SECONDS_TO_ASK * Math.max(chunksASecond, slice.chunksASecond());
                });
    }

    void began(FetchSlice slice, FetchCall call) {
        if (running.isEmpty()) {
            since = System.nanoTime();
        }
        running.put(slice, call);
    }

    /** A call has ended; how long its chunks took says how many the next one is to ask for. */
    void ended(FetchSlice slice) {
        running.remove(slice);
        long now = System.nanoTime();
        chunksASecond = Math.max(LEAST_RATE, slice.came() * 1e9 / Math.max(1, now - since));
        since = now;
    }

    /** Whether it lies idle until the next second, because its connection broke. */
    boolean rests() {
        return resting;
    }

    void rest(boolean rests) {
        resting = rests;
    }
}
