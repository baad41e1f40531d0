package org.liptako.node.journal.witness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.wire.Faults;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The other States as witnesses of this State's journal: how far they have cosigned it, and whoever must wait for that. A wait drives checkpoint and cosignatures at once; no tick is waited for.
 */
public final class Witnesses implements Witnessing, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    /** Less than a peer waits for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** For what another process of this State has had cosigned. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    /** After a look that failed, as where the database is away. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final Journal journal;
    private final OwnCosignatures cosignatures;
    private final WitnessKeys keys;
    private final WitnessReach reach;
    private final int wanted;
    private final Duration patience;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock patiently = new ReentrantLock(true);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param wanted how many other States must have cosigned what this State tells another */
    public Witnesses(Journal journal, OwnCosignatures cosignatures, WitnessKeys keys, WitnessReach reach, int wanted) {
        this(journal, cosignatures, keys, reach, wanted, PATIENCE);
    }

    Witnesses(
            Journal journal,
            OwnCosignatures cosignatures,
            WitnessKeys keys,
            WitnessReach reach,
            int wanted,
            Duration patience) {
        this.journal = journal;
        this.cosignatures = cosignatures;
        this.keys = keys;
        this.reach = reach;
        this.wanted = wanted;
        this.patience = patience;
    }

    /** Has each checkpoint that somebody waits for cosigned as soon as it is signed. */
    public void hasten(Checkpoints checkpoints) {
        checkpoints.onSigned(() -> {
            if (waiting.get() > 0) {
                reach.urge();
            }
        });
    }

    /** How far this State's journal is witnessed now. */
    public WitnessStanding standing() {
        List<WitnessStanding.Witness> witnesses = new ArrayList<>();
        List<OwnCosignatures.Witnessed> last = cosignatures.last();
        for (State state : State.values()) {
            if (state != journal.state()) {
                long size = last.stream()
                        .filter(one -> one.witness() == state && keys.counts(one))
                        .mapToLong(OwnCosignatures.Witnessed::size)
                        .findFirst()
                        .orElse(0);
                witnesses.add(new WitnessStanding.Witness(state, size, reach.missing(state)));
            }
        }
        int needed = keys.listWitnesses() ? wanted : 0;
        return new WitnessStanding(needed, covered(witnesses, needed), witnesses);
    }

    /** How many entries as many States as are needed have each seen. */
    private static long covered(List<WitnessStanding.Witness> witnesses, int needed) {
        return witnesses.stream()
                .map(WitnessStanding.Witness::size)
                .sorted(Comparator.reverseOrder())
                .skip(Math.max(0, needed - 1L))
                .findFirst()
                .orElse(0L);
    }

    @Override
    public Optional<Sentence> absent() {
        return told(standing -> !standing.isStalled());
    }

    @Override
    public Optional<Sentence> lacking() {
        long upTo = journal.chain().length();
        return told(standing -> standing.covers(upTo));
    }

    @Override
    public void untilWitnessed() throws InterruptedException {
        OptionalLong upTo = OptionalLong.empty();
        while (upTo.isEmpty() || !comesInTurn(upTo.getAsLong())) {
            mustRun();
            upTo = upTo.isPresent() ? upTo : committed();
        }
    }

    /** How much is committed now; empty after a rest where the database does not say. */
    private OptionalLong committed() throws InterruptedException {
        try {
            return OptionalLong.of(journal.chain().length());
        } catch (RuntimeException e) {
            rest(e);
            return OptionalLong.empty();
        }
    }

    /** Of those who wait as long as it takes one looks: while a State is cut off they may be many, and whoever is next mostly finds it done. */
    private boolean comesInTurn(long upTo) throws InterruptedException {
        patiently.lockInterruptibly();
        try {
            mustRun();
            return comes(standing -> standing.covers(upTo));
        } catch (RuntimeException e) {
            rest(e);
            return false;
        } finally {
            patiently.unlock();
        }
    }

    private void rest(RuntimeException failed) throws InterruptedException {
        Faults.warn(LOG, failed, "It could not be seen what is witnessed; it is tried again in {}.", REST);
        if (closed.await(REST.toMillis(), TimeUnit.MILLISECONDS)) {
            mustRun();
        }
    }

    private void mustRun() throws InterruptedException {
        if (isClosed()) {
            throw new InterruptedException("The node stops.");
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private Optional<Sentence> told(Predicate<WitnessStanding> enough) {
        try {
            if (comes(enough)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.of(WitnessWords.lacking(journal.state(), standing()));
    }

    private boolean comes(Predicate<WitnessStanding> enough) throws InterruptedException {
        if (enough.test(standing())) {
            return true;
        }
        Semaphore news = new Semaphore(0);
        Runnable deaf = cosignatures.onKept(news::release);
        waiting.incrementAndGet();
        try {
            reach.urge();
            long end = System.nanoTime() + patience.toNanos();
            do {
                if (news.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
                if (enough.test(standing())) {
                    return true;
                }
            } while (System.nanoTime() < end && !isClosed());
            return false;
        } finally {
            waiting.decrementAndGet();
            deaf.run();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
