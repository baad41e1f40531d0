package org.liptako.node.exchange.transfer;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.liptako.node.exchange.manifest.ChunkRange;
import org.liptako.node.exchange.store.StagedReplica;
import org.liptako.node.exchange.stream.Chunk;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** The chunks that one call asks for. They are written by the thread that brings them, and looked at by the one that asks. Thread-safe. */
final class FetchSlice implements ChunkSink {
    private static final int ALMOST = 1;
    private static final double SECONDS_TO_KNOW = 3;
    private static final int FORGOTTEN = -1;

    private final StagedReplica staged;
    private final List<ChunkRange> ranges;
    private final Watcher watcher;
    private final int chunkBytes;
    private final BitSet awaited;
    private final BitSet refused = new BitSet();
    private final BitSet forgotten = new BitSet();
    private final LongAdder wire = new LongAdder();
    private final LongSupplier nanos;
    private final long begun;
    private int came;

    /** Who is told how a slice goes, on the thread that brings the chunks. */
    interface Watcher {
        /** A chunk took so long to be checked and written. */
        void worked(long nanos);

        /** A chunk of so many bytes was written. */
        void right(int chunk, int bytes);

        /** A chunk was not what the manifest names; what this throws ends the call. */
        void wrong();

        /** One chunk is still to come. */
        void almostDone();
    }

    FetchSlice(StagedReplica staged, BitSet chunks, Watcher watcher) {
        this(staged, chunks, watcher, System::nanoTime);
    }

    FetchSlice(StagedReplica staged, BitSet chunks, Watcher watcher, LongSupplier nanos) {
        this.staged = staged;
        this.ranges = ChunkRange.of(chunks, Integer.MAX_VALUE, Integer.MAX_VALUE);
        this.watcher = watcher;
        this.chunkBytes = staged.manifest().header().chunkBytes();
        this.awaited = (BitSet) chunks.clone();
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    List<ChunkRange> ranges() {
        return ranges;
    }

    /** So many bytes have come, of a chunk that is not whole yet too. */
    void heard(long bytes) {
        wire.add(bytes);
    }

    @Override
    public void take(Chunk chunk) throws IOException {
        int left = expected(chunk.number());
        if (left == FORGOTTEN) {
            // Another call was quicker; that it came twice is counted.
            write(chunk);
            return;
        }
        int bytes = chunk.data().remaining();
        if (write(chunk)) {
            watcher.right(chunk.number(), bytes);
        } else {
            refuse(chunk.number());
            watcher.wrong();
        }
        if (left == ALMOST) {
            watcher.almostDone();
        }
    }

    private boolean write(Chunk chunk) throws IOException {
        long before = nanos.getAsLong();
        try {
            return staged.write(chunk.number(), chunk.data());
        } finally {
            watcher.worked(nanos.getAsLong() - before);
        }
    }

    /** How many chunks came, wrong ones too. */
    synchronized int came() {
        return came;
    }

    /** What is to be asked for again, once the call has ended. */
    synchronized BitSet rest() {
        BitSet rest = (BitSet) awaited.clone();
        rest.or(refused);
        return rest;
    }

    private synchronized void refuse(int chunk) {
        refused.set(chunk);
    }

    /** The chunks that have not come. */
    synchronized BitSet awaited() {
        return (BitSet) awaited.clone();
    }

    /** Another call has brought a chunk; gives whether nothing is awaited any more for that reason. */
    synchronized boolean forget(int chunk) {
        if (!awaited.get(chunk)) {
            return false;
        }
        awaited.clear(chunk);
        forgotten.set(chunk);
        return awaited.isEmpty();
    }

    /** Whether all that it was for has come, by this call or by others. */
    synchronized boolean isOver() {
        return awaited.isEmpty() && !forgotten.isEmpty();
    }

    /** What is owed, the part of a chunk that is here already taken off. */
    synchronized double chunksLeft() {
        double part = (double) wire.sum() / chunkBytes - came;
        return Math.max(0, awaited.cardinality() - Math.clamp(part, 0, 1));
    }

    /** What it has brought a second since it began. */
    double chunksASecond() {
        return wire.sum() / (chunkBytes * secondsRunning());
    }

    /** What it brings, if the next chunk came now. */
    synchronized double mostChunksASecond() {
        return (came + 1) / secondsRunning();
    }

    /** How long what is owed takes if it comes as slowly as what came; 0 for a call that has only begun. */
    double secondsLeft() {
        return secondsRunning() < SECONDS_TO_KNOW ? 0 : chunksLeft() / chunksASecond();
    }

    private double secondsRunning() {
        return Math.max(1, nanos.getAsLong() - begun) / 1e9;
    }

    /** How many are to come after this one, or that it has come already. */
    private synchronized int expected(int chunk) {
        if (forgotten.get(chunk)) {
            forgotten.clear(chunk);
            return FORGOTTEN;
        }
        if (!awaited.get(chunk)) {
            throw Failure.of(
                    ErrorCode.BYTES_CORRUPT,
                    "La source a envoyé le bloc " + chunk + ", qui n'était pas ou plus demandé.",
                    "The source sent chunk " + chunk + ", which was not, or no longer, asked for.");
        }
        awaited.clear(chunk);
        came++;
        return awaited.cardinality();
    }
}
