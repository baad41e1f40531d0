package org.liptako.node.journal.restore;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.liptako.node.wire.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the peers at start, again until a restored journal may go on, and whenever there is a reason to; from then on keeps the mark beside the node's keys up with the journal.
 */
public final class RestoreWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    /** While nobody has answered yet, and nobody is waited for. */
    private static final int LOOKS_BETWEEN_QUESTIONS = 10;

    private final JournalRestore restore;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("journal-restore").factory());
    private final AtomicBoolean again = new AtomicBoolean();
    private boolean free;
    private int looks;

    public RestoreWatch(JournalRestore restore) {
        this.restore = restore;
    }

    /** Looks once, before anything is signed, and then from time to time; where the journal is held already, nobody waits for the peers. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    public void start() {
        boolean held = restore.isHeld();
        if (!held) {
            look();
            if (restore.isDoubted()) {
                LOG.warn("No peer has said yet how far it knows this journal: no checkpoint is signed until one does."
                        + " Everything else goes on.");
            }
        }
        clockwork.scheduleWithFixedDelay(
                this::look, held ? 0 : EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks the peers again, soon: one of them has come back, or knows another journal than this one. Returns at once. */
    public void lookAgain() {
        // A look that is due already asks for all.
        if (!again.getAndSet(true) && !clockwork.isShutdown()) {
            clockwork.execute(this::look);
        }
    }

    private void look() {
        try {
            looks++;
            boolean alone = restore.isDoubted() && looks % LOOKS_BETWEEN_QUESTIONS == 0;
            if (again.getAndSet(false) || restore.isUncompared() || alone) {
                free = false;
            }
            if (!free) {
                free = restore.look();
            }
            if (free) {
                free = restore.remember();
            }
        } catch (RuntimeException e) {
            if (!clockwork.isShutdown()) {
                Faults.warn(
                        LOG, e, "How far the journal has come could not be compared; it is tried again in {}.", EVERY);
            }
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
