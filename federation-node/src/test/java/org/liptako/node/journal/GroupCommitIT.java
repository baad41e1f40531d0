package org.liptako.node.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.HoldRecorded;

class GroupCommitIT {
    private static final String BAD = "bad";

    private final TestDatabase database = TestDatabase.fresh();
    private final Jdbi jdbi = database.jdbi();
    private final AtomicLong size = new AtomicLong();
    private final List<List<String>> written = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final GroupCommit group = new GroupCommit(jdbi, this::write);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoeverComesDuringACommitIsCommittedByTheNext() throws Exception {
        List<Long> indexes =
                duringACommit(IntStream.range(0, 20).mapToObj(i -> "w" + i).toList());

        assertThat(written).hasSize(2);
        assertThat(written.getLast()).hasSize(20);
        assertThat(indexes)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void whatCannotBeWrittenFailsItsOwnWriterAlone() {
        assertThatThrownBy(() -> duringACommit(List.of("a", BAD, "b")))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("cannot be written");

        assertThat(written.stream().flatMap(List::stream)).containsExactlyInAnyOrder("first", "a", "b");
    }

    @Test
    void aCommitThatFailsIsRepeatedByNobody() throws Exception {
        jdbi.useHandle(handle -> handle.createScript("""
                CREATE TABLE appended (name text);
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''lost at the commit''; END';
                CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON appended DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW WHEN (NEW.name <> 'first') EXECUTE FUNCTION refuse();
                """).executeAsSeparateStatements());

        assertThatThrownBy(() -> duringACommit(List.of("a", "b")))
                .rootCause()
                .hasMessageContaining("lost at the commit");

        assertThat(written).hasSize(2);
        assertThat(written.getLast()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void whoWasCommittedTogetherIsWaitedForAndCommittedTogetherAgain() throws Exception {
        GroupCommit patient =
                new GroupCommit(jdbi, this::write, nanos -> Duration.ofHours(1).toNanos());
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Long> b = secondDuringTheFirst(patient, threads);
            Future<Long> again = threads.submit(() -> patient.append(List.of(draft("a again"))));
            b.get();
            again.get();
        }

        assertThat(written).map(Set::copyOf).containsExactly(Set.of("first"), Set.of("a again", "b"));
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void whoDoesNotComeBackHoldsNobodyTwice() throws Exception {
        AtomicLong patience = new AtomicLong(1);
        GroupCommit hasty = new GroupCommit(
                jdbi,
                this::write,
                nanos -> patience.getAndSet(Duration.ofHours(1).toNanos()));
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            secondDuringTheFirst(hasty, threads).get();
        }
        hasty.append(List.of(draft("c")));

        assertThat(written).containsExactly(List.of("first"), List.of("b"), List.of("c"));
    }

    /** Appends one, and another during its commit, who is then expected to come back together with the first. */
    private Future<Long> secondDuringTheFirst(GroupCommit writers, ExecutorService threads) throws Exception {
        Future<Long> first = threads.submit(() -> writers.append(List.of(draft("first"))));
        while (written.isEmpty()) {
            Thread.onSpinWait();
        }
        Future<Long> second = threads.submit(() -> writers.append(List.of(draft("b"))));
        while (writers.waiting() < 1) {
            Thread.onSpinWait();
        }
        firstMayEnd.countDown();
        first.get();
        return second;
    }

    /** Appends a first one, and all of these while its commit is under way; gives their indexes. */
    private List<Long> duringACommit(List<String> names) throws Exception {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Long> first = threads.submit(() -> group.append(List.of(draft("first"))));
            try {
                while (written.isEmpty()) {
                    Thread.onSpinWait();
                }
                List<Future<Long>> others = names.stream()
                        .map(name -> threads.submit(() -> group.append(List.of(draft(name)))))
                        .toList();
                while (group.waiting() < names.size()) {
                    Thread.onSpinWait();
                }
                firstMayEnd.countDown();
                assertThat(first.get()).isZero();
                List<Long> indexes = new ArrayList<>();
                for (Future<Long> other : others) {
                    indexes.add(other.get());
                }
                return indexes;
            } finally {
                firstMayEnd.countDown();
            }
        }
    }

    private long write(Handle handle, List<Draft> drafts) {
        List<String> names = drafts.stream()
                .map(draft -> ((HoldRecorded) draft.event()).reference())
                .toList();
        if (names.contains(BAD)) {
            throw new IllegalStateException("This cannot be written.");
        }
        written.add(names);
        handle.createQuery("SELECT to_regclass('appended') IS NOT NULL")
                .mapTo(Boolean.class)
                .filter(there -> there)
                .forEach(
                        there -> names.forEach(name -> handle.execute("INSERT INTO appended (name) VALUES (?)", name)));
        if (names.contains("first")) {
            await();
        }
        return size.getAndAdd(names.size());
    }

    private void await() {
        try {
            firstMayEnd.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Draft draft(String name) {
        return Draft.of(new HoldRecorded(Instant.EPOCH, new DatasetId("ML-DS-008"), true, name), new SecureRandom());
    }
}
