package org.liptako.node.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.SignedCheckpoint;

/** How long what is committed waits for a checkpoint that covers it: looked at fifty times a second, and reckoned too long rather than too short. */
final class CheckpointLag implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Journal journal;
    private final Checkpoints checkpoints;
    private final Deque<Growth> unsigned = new ArrayDeque<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> looking;
    private long seen;
    private long lastLook = System.nanoTime();
    private long worst;

    /** Entries that were committed no earlier than this. */
    private record Growth(long since, long size) {}

    CheckpointLag(Journal journal, Checkpoints checkpoints) {
        this.journal = journal;
        this.checkpoints = checkpoints;
        this.seen = journal.chain().length();
        this.looking = clockwork.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        long begun = System.nanoTime();
        long size = journal.chain().length();
        if (size > seen) {
            unsigned.add(new Growth(lastLook, size));
            seen = size;
        }
        lastLook = begun;
        long signed = checkpoints.last().map(SignedCheckpoint::size).orElse(0L);
        while (!unsigned.isEmpty() && unsigned.element().size() <= signed) {
            worst = Math.max(worst, System.nanoTime() - unsigned.remove().since());
        }
        if (!unsigned.isEmpty()) {
            worst = Math.max(worst, System.nanoTime() - unsigned.element().since());
        }
    }

    /** The longest that something has waited until now. */
    synchronized Duration worst() throws ExecutionException, InterruptedException {
        if (looking.isDone()) {
            looking.get();
        }
        return Duration.ofNanos(worst);
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
