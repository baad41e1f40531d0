package org.liptako.node.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.config.DatabaseConfig;
import org.liptako.node.database.Database;
import org.liptako.node.database.EmbeddedDatabase;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.SignedCheckpoint;
import org.liptako.node.journal.tree.TreeKeeper;
import org.liptako.node.journal.tree.TrialCheckpointKey;
import org.liptako.pki.name.State;

/**
 * Durable appends against PostgreSQL's own multi-row inserts of rows of the same columns and size, on one disk and in turns: into {@code target/measures/append.md}.
 */
@Tag("measure")
class AppendMeasure {
    private static final int WRITERS = 64;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final int ROWS_A_STATEMENT = 1_000;

    @TempDir
    Path directory;

    @Test
    void ofManyWritersAndOfOne() throws Exception {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(directory);
                Database database = Database.open(new DatabaseConfig.Given(server.url("postgres"), "postgres", ""))) {
            Jdbi jdbi = database.jdbi();
            Journal journal = new Journal(jdbi, State.ML, Clock.systemUTC(), List.of());
            PlainRows plain = new PlainRows(jdbi, ROWS_A_STATEMENT);
            List<String> rows = new ArrayList<>(List.of(
                    "| rows a second, durable | PostgreSQL's own, 1 client | 64 writers, one entry at a time | ratio | 64 writers, 16 entries at a time | ratio | one at a time, signed as well | ratio | longest wait for a checkpoint (ms) |",
                    "|---|---|---|---|---|---|---|---|---|"));
            double[] lists = new double[ROUNDS];
            Duration behind = Duration.ZERO;
            for (int round = 0; round < ROUNDS; round++) {
                double own = rate(1, plain::insert);
                double ones = rate(WRITERS, () -> append(journal, 1));
                double sixteens = rate(WRITERS, () -> append(journal, 16));
                lists[round] = sixteens / own;
                Signed signed = signed(jdbi, journal);
                behind = Collections.max(List.of(behind, signed.behind()));
                rows.add(String.format(
                        Locale.ROOT,
                        "| %d | %,.0f | %,.0f | %.2f | %,.0f | %.2f | %,.0f | %.2f | %d |",
                        round + 1,
                        own,
                        ones,
                        ones / own,
                        sixteens,
                        lists[round],
                        signed.rate(),
                        signed.rate() / own,
                        signed.behind().toMillis()));
            }
            Duration alone = medianAlone(journal);
            rows.add("");
            rows.add(String.format(Locale.ROOT, "One writer alone: %.2f ms at the median.", alone.toNanos() / 1e6));
            Files.write(Files.createDirectories(Path.of("target", "measures")).resolve("append.md"), rows);
            assertThat(best(lists)).isGreaterThanOrEqualTo(0.3);
            assertThat(behind).isLessThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(alone).isLessThan(Duration.ofMillis(5));
        }
    }

    /** Rows a second while the tree grows and is signed, and how long the last of them waited for a checkpoint at most. */
    private record Signed(double rate, Duration behind) {}

    private static Signed signed(Jdbi jdbi, Journal journal) throws Exception {
        Checkpoints checkpoints = new Checkpoints(jdbi, journal, TrialCheckpointKey.fresh());
        try (TreeKeeper keeper = new TreeKeeper(jdbi, journal, checkpoints)) {
            keeper.start();
            while (checkpoints.last().map(SignedCheckpoint::size).orElse(0L)
                    < journal.chain().length()) {
                Thread.onSpinWait();
            }
            try (CheckpointLag lag = new CheckpointLag(journal, checkpoints)) {
                double rate = rate(WRITERS, () -> append(journal, 1));
                return new Signed(rate, lag.worst());
            }
        }
    }

    private static int append(Journal journal, int entries) {
        journal.append(IntStream.range(0, entries)
                .<JournalEvent>mapToObj(
                        i -> new HoldRecorded(journal.now(), new DatasetId("ML-DS-008"), true, "reference " + i))
                .toList());
        return entries;
    }

    private interface Work {
        int rows() throws Exception;
    }

    /** Rows a second of so many callers, each a virtual thread as the node's callers are, that begin anew until the time is over; what is begun is ended and counted. */
    private static double rate(int callers, Work work) throws Exception {
        AtomicLong rows = new AtomicLong();
        long begun = System.nanoTime();
        long end = begun + ROUND.toNanos();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                running.add(pool.submit(() -> {
                    while (System.nanoTime() < end) {
                        rows.addAndGet(work.rows());
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return rows.get() * 1e9 / (System.nanoTime() - begun);
    }

    private static Duration medianAlone(Journal journal) {
        long[] nanos = new long[500];
        for (int i = 0; i < nanos.length; i++) {
            long begun = System.nanoTime();
            append(journal, 1);
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[nanos.length / 2]);
    }

    private static double best(double[] ratios) {
        return Arrays.stream(ratios).max().orElseThrow();
    }

    /** What PostgreSQL does by itself with rows as those of the journal: same columns, same key, nothing computed. */
    private static final class PlainRows {
        private final Jdbi jdbi;
        private final AtomicLong next = new AtomicLong();
        private final Long[] index;
        private final byte[][] digest;
        private final String[] payload;

        PlainRows(Jdbi jdbi, int rows) throws IOException {
            this.jdbi = jdbi;
            this.index = new Long[rows];
            this.digest = new byte[rows][32];
            this.payload = new String[rows];
            Arrays.fill(
                    payload,
                    Draft.of(
                                    new HoldRecorded(Instant.now(), new DatasetId("ML-DS-008"), true, "reference 7"),
                                    new SecureRandom())
                            .opening()
                            .payload());
            jdbi.useHandle(
                    handle -> handle.execute("CREATE TABLE plain_entry (state text NOT NULL, index bigint NOT NULL,"
                            + " commitment bytea NOT NULL, salt bytea, payload text, head bytea NOT NULL,"
                            + " recorded_at timestamptz NOT NULL, PRIMARY KEY (state, index))"));
        }

        int insert() throws SQLException {
            for (int i = 0; i < index.length; i++) {
                index[i] = next.getAndIncrement();
            }
            jdbi.useTransaction(handle -> {
                try (var statement = handle.getConnection()
                        .prepareStatement("INSERT INTO plain_entry SELECT 'ML', added.*, now()"
                                + " FROM unnest(?, ?, ?, ?, ?) AS added")) {
                    var connection = handle.getConnection();
                    statement.setArray(1, connection.createArrayOf("bigint", index));
                    statement.setArray(2, connection.createArrayOf("bytea", digest));
                    statement.setArray(3, connection.createArrayOf("bytea", digest));
                    statement.setArray(4, connection.createArrayOf("text", payload));
                    statement.setArray(5, connection.createArrayOf("bytea", digest));
                    statement.executeUpdate();
                }
            });
            return index.length;
        }
    }
}
