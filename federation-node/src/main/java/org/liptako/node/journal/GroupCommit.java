package org.liptako.node.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongUnaryOperator;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Commits what many writers append at the same time by one transaction: the disk is waited for once for all of them. Whoever finds nobody at work commits for
 * everyone who waits, and hands the work to one of those who came meanwhile: no thread stands behind it, and a writer alone waits for nobody. Thread-safe.
 *
 * <p>Writers who append one entry after the other would fall into two halves, of which one waits while the other is committed. So whoever leads next waits for those of the last commit to come back, for
 * half as long as that commit took at most: where they did not all come, the commit after waits for nobody.
 *
 * <p>Nobody's fault is another's: what cannot be written together is written one by one. What failed in the commit itself may be committed or not: all of its
 * writers are told so, and nothing is written again.
 */
final class GroupCommit {
    /** The most entries and characters of one transaction; a single writer's list may be longer, as in a transaction of its own. */
    private static final int MOST_ENTRIES = 1_000;

    private static final int MOST_CHARACTERS = 4 * Draft.LONGEST_PAYLOAD;

    /** However long a commit took: a disk that stalled once must not be waited for twice. */
    private static final Duration MOST_PATIENCE = Duration.ofMillis(5);

    /** Writes drafts one after the other, and gives the index of the first. */
    interface Writing {
        long write(Handle handle, List<Draft> drafts);
    }

    /** A writer whose drafts wait; it sleeps until it leads, or until another has committed for it. */
    private static final class Waiting {
        private final List<Draft> drafts;
        private final int length;
        private final Semaphore awake = new Semaphore(0);
        private boolean leads;
        private long first;
        private @Nullable Throwable failure;

        Waiting(List<Draft> drafts) {
            this.drafts = drafts;
            this.length = drafts.stream().mapToInt(Draft::length).sum();
        }

        void lead() {
            leads = true;
            awake.release();
        }

        /** Whether it leads; else it is settled. */
        boolean leadsOnceAwake() {
            awake.acquireUninterruptibly();
            return leads;
        }

        void wake() {
            awake.release();
        }

        long first() {
            return switch (failure) {
                case null -> first;
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                default -> throw new IllegalStateException(failure);
            };
        }
    }

    private final Jdbi jdbi;
    private final Writing writing;
    private final LongUnaryOperator patience;
    private final Lock lock = new ReentrantLock();
    private final Condition allCame = lock.newCondition();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private boolean led;

    /** How many writers the next commit is for, if those of the last one come back. */
    private int expected;

    private boolean allExpectedCame;
    private int queuedEntries;

    /** Until when they are waited for, by {@link System#nanoTime}. */
    private long patienceEnd;

    GroupCommit(Jdbi jdbi, Writing writing) {
        this(jdbi, writing, nanos -> Math.min(nanos / 2, MOST_PATIENCE.toNanos()));
    }

    /** @param patience how long those of a commit that took so many nanoseconds are waited for */
    GroupCommit(Jdbi jdbi, Writing writing, LongUnaryOperator patience) {
        this.jdbi = jdbi;
        this.writing = writing;
        this.patience = patience;
    }

    /** Gives the index of the first of the drafts once all are committed, one right after the other. Never to be called from within a transaction. */
    long append(List<Draft> drafts) {
        Waiting mine = new Waiting(drafts);
        enter(mine);
        if (mine.leadsOnceAwake()) {
            lead();
        }
        return mine.first();
    }

    /** How many writers wait for the commit that comes after the present one. */
    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    private void enter(Waiting mine) {
        lock.lock();
        try {
            queue.add(mine);
            queuedEntries += mine.drafts.size();
            if (!led) {
                led = true;
                mine.lead();
            } else if (queue.size() == expected || isFull()) {
                allCame.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The leader's own is the first in the queue: whoever came before it is committed. The next commit is begun before those of this one are woken, which takes as long. */
    private void lead() {
        List<Waiting> group = gather();
        long begun = System.nanoTime();
        try {
            commit(group);
        } finally {
            handOver(group.size(), System.nanoTime() - begun);
            group.forEach(Waiting::wake);
        }
    }

    private List<Waiting> gather() {
        List<Waiting> group = new ArrayList<>();
        int entries = 0;
        int characters = 0;
        lock.lock();
        try {
            awaitExpected();
            allExpectedCame = queue.size() >= expected || isFull();
            do {
                Waiting next = queue.remove();
                queuedEntries -= next.drafts.size();
                group.add(next);
                entries += next.drafts.size();
                characters += next.length;
            } while (!queue.isEmpty()
                    && entries + queue.element().drafts.size() <= MOST_ENTRIES
                    && characters + queue.element().length <= MOST_CHARACTERS);
        } finally {
            lock.unlock();
        }
        return group;
    }

    private boolean isFull() {
        return queuedEntries >= MOST_ENTRIES;
    }

    private void awaitExpected() {
        try {
            long left = patienceEnd - System.nanoTime();
            while (queue.size() < expected && !isFull() && left > 0) {
                left = allCame.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // Whoever leads commits for others too: it goes on at once, and its caller sees the interrupt.
            Thread.currentThread().interrupt();
        }
    }

    private void handOver(int committed, long nanos) {
        lock.lock();
        try {
            led = !queue.isEmpty();
            expected = allExpectedCame ? committed + queue.size() : 0;
            patienceEnd = System.nanoTime() + patience.applyAsLong(nanos);
            if (led) {
                queue.element().lead();
            }
        } finally {
            lock.unlock();
        }
    }

    private void commit(List<Waiting> group) {
        AtomicBoolean written = new AtomicBoolean();
        try {
            List<Draft> drafts =
                    group.stream().flatMap(one -> one.drafts.stream()).toList();
            long index = jdbi.inTransaction(handle -> {
                long first = writing.write(handle, drafts);
                written.set(true);
                return first;
            });
            for (Waiting one : group) {
                one.first = index;
                index += one.drafts.size();
            }
        } catch (RuntimeException | Error e) {
            if (group.size() == 1 || written.get() || e instanceof ConnectionException || e instanceof Error) {
                group.forEach(one -> one.failure = e);
            } else {
                group.forEach(one -> commit(List.of(one)));
            }
        }
    }
}
