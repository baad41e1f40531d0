package org.liptako.node.journal.tree;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.Journal;
import org.liptako.node.wire.Faults;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the trees up with the journals, and the checkpoint with its own: looks as soon as this process has committed an entry, and twice a second for what others have. An entry is committed
 * before it is in the tree, and never waits for it.
 */
public final class TreeKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TreeKeeper.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    /** What comes sooner after a look than this is signed together: the lease, the growth and the signature are three commits of the disk that the entries are waiting for. */
    private static final Duration BETWEEN_SIGNATURES = Duration.ofMillis(25);

    private final Jdbi jdbi;
    private final Journal journal;
    private final TreeLease lease = new TreeLease();
    private final TreeGrowth growth;
    private final Checkpoints checkpoints;
    private final TileStore store = new TileStore();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile long looked = System.nanoTime() - BETWEEN_SIGNATURES.toNanos();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("journal-tree").factory());

    public TreeKeeper(Jdbi jdbi, Journal journal, Checkpoints checkpoints) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.checkpoints = checkpoints;
        this.growth = new TreeGrowth(jdbi, lease);
    }

    /** Begins; the root calls this once the database is there. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    public void start() {
        if (checkpoints.key().isEmpty()) {
            LOG.warn("No checkpoint is signed: this node was given no evidence key (liptako.journal.checkpoint-key)."
                    + " Everything else goes on.");
        }
        journal.onCommitted(state -> hasten());
        clockwork.scheduleWithFixedDelay(this::tryToLook, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    private void hasten() {
        if (!clockwork.isShutdown() && asked.compareAndSet(false, true)) {
            long since = System.nanoTime() - looked;
            clockwork.schedule(this::tryToLook, BETWEEN_SIGNATURES.toNanos() - since, TimeUnit.NANOSECONDS);
        }
    }

    private void tryToLook() {
        try {
            look();
        } catch (RuntimeException e) {
            if (!clockwork.isShutdown()) {
                Faults.warn(LOG, e, "The journals' trees did not grow; it is tried again in {}.", BETWEEN_LOOKS);
            }
        } finally {
            looked = System.nanoTime();
        }
    }

    /**
     * Adds what was committed before, unless another process is about to: to its own journal first, and signs that; then to the others, a batch of each in turn, and signs its own between two
     * batches. One tree that cannot grow holds up neither the others nor the signature. Called by one thread at a time.
     */
    void look() {
        asked.set(false);
        List<State> behind = jdbi.withHandle(store::behind);
        attempt(journal.state(), () -> growAndSign(behind));
        Deque<State> others = new ArrayDeque<>(behind);
        others.remove(journal.state());
        while (!others.isEmpty() && !clockwork.isShutdown()) {
            State state = others.remove();
            attempt(
                    state,
                    () -> underLease(state, fence -> {
                        if (growth.step(state, fence) == TreeGrowth.Step.MORE) {
                            others.add(state);
                        }
                    }));
            if (others.contains(state)) {
                // What a peer has said in three days may take longer than an entry may wait for its checkpoint.
                attempt(journal.state(), () -> growAndSign(jdbi.withHandle(store::behind)));
            }
        }
        if (checkpoints.key().isEmpty() && !behind.isEmpty()) {
            // Else the process that has the key would wait for ever where this one grows the tree.
            jdbi.useTransaction(lease::giveBack);
        }
    }

    /** Under a lease taken once: to take it is a commit too. */
    private void growAndSign(List<State> behind) {
        boolean grows = behind.contains(journal.state());
        if (grows || checkpoints.isBehind()) {
            underLease(journal.state(), fence -> {
                if (grows) {
                    attempt(journal.state(), () -> growth.catchUp(journal.state(), fence));
                }
                if (checkpoints.isBehind()) {
                    checkpoints.sign(lease, fence);
                }
            });
        }
    }

    private void attempt(State state, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!clockwork.isShutdown()) {
                Faults.warn(
                        LOG,
                        e,
                        "The tree of the journal of {} did not grow or was not signed; it is tried again in {}.",
                        state,
                        BETWEEN_LOOKS);
            }
        }
    }

    private void underLease(State state, LongConsumer work) {
        OptionalLong fence = jdbi.inTransaction(handle -> lease.take(handle, state));
        fence.ifPresent(work);
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
        try {
            jdbi.useTransaction(lease::giveBack);
        } catch (RuntimeException e) {
            // The lease ends by itself.
            LOG.debug("The lease on the journals' trees was not given back.", e);
        }
    }
}
