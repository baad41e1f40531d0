package org.liptako.node.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.inquiry.TrialDatasets.BEGIN;
import static org.liptako.node.inquiry.TrialDatasets.END;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.config.DatabaseConfig;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.database.Database;
import org.liptako.node.database.EmbeddedDatabase;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.FakeStatements;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.AsOf;
import org.liptako.node.registry.CopyCursor;
import org.liptako.node.registry.CopyFilter;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.RegistryAsOf;
import org.liptako.node.registry.RegistryCoverage;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.Snapshot;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;

/** Questions to a registry of {@code -Dliptako.registry.rows} rows on copies: how long they take, and the plans, into {@code target/measures/bitemporal.md}. */
@Tag("measure")
class BitemporalMeasure {
    private static final long ROWS = Long.getLong("liptako.registry.rows", 10_000_000);
    private static final Caller MALI = TrialRegistry.operator("ML-BKO-1");
    private static final Caller NIGER = TrialRegistry.operator("NE-NIM-1");
    private static final int QUESTIONS = Integer.getInteger("liptako.registry.questions", 5_000);
    private static final int ASKERS = 8;
    private static final int PAGES = 50;
    private static final int PAGE = 100;
    private static final double THEN_AT_MOST_MILLIS = 5;
    private static final double PAGE_AT_MOST_MILLIS = 200;

    @TempDir
    Path directory;

    private final Random random = new Random(7);
    private final List<String> rows = new ArrayList<>(
            List.of("| question | asked | p50 (ms) | p99 (ms) | slowest (ms) |", "|---|---|---|---|---|"));

    @Test
    void whereItWasThenAndWhatLiesAbroad() throws Exception {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(directory);
                Database database = Database.open(new DatabaseConfig.Given(server.url("postgres"), "postgres", ""))) {
            long begun = System.nanoTime();
            FilledRegistry filled = FilledRegistry.fill(database.jdbi(), ROWS);
            double seconds = (System.nanoTime() - begun) / 1e9;
            Registry registry = new Registry(database.jdbi(), State.ML, Clock.fixed(END, ZoneOffset.UTC));
            InquiryDesk desk = desk(database.jdbi());

            double then = time(
                    "where was X on D as known on E: the registry",
                    1,
                    QUESTIONS,
                    question -> assertThat(registry.where(anyDataset(filled), anyInstant(), anyInstant()))
                            .isNotNull());
            double asked = time(
                    "the same: the desk, with grants, findings and the record of who asked",
                    1,
                    QUESTIONS,
                    question -> desk.ask(MALI, then(filled), Cursor.START, PAGE));
            syncs();
            time(
                    "the same, " + ASKERS + " askers at once",
                    ASKERS,
                    QUESTIONS,
                    question -> desk.ask(MALI, then(filled), Cursor.START, PAGE));
            double read = time(
                    "what of Mali lies outside Mali: first page, the registry alone",
                    1,
                    PAGES,
                    page -> assertThat(abroad(database.jdbi())).hasSize(PAGE));
            double own = time(
                    "the same: the desk, to Mali",
                    1,
                    PAGES,
                    page -> full(desk.ask(MALI, abroad(Map.of()), Cursor.START, PAGE)));
            double others = time(
                    "the same, to Niger",
                    1,
                    PAGES,
                    page -> full(desk.ask(NIGER, abroad(Map.of()), Cursor.START, PAGE)));
            double before = time(
                    "the same, as of a day, as known on another",
                    1,
                    PAGES,
                    page -> full(desk.ask(NIGER, abroad(anyDays()), Cursor.START, PAGE)));
            Page first = desk.ask(NIGER, abroad(Map.of()), Cursor.START, PAGE).page();
            double second = time(
                    "the same, second page",
                    1,
                    PAGES,
                    page -> full(desk.ask(NIGER, abroad(Map.of()), first.next(), PAGE)));

            rows.add("");
            rows.add(String.format(
                    Locale.ROOT,
                    "%,d rows on copies of %,d datasets, of which the first %,d are secret; filled in %.0f s; %s and %s of indexes, %s with the server's log.",
                    filled.rows(),
                    filled.datasets(),
                    filled.trial().secret(),
                    seconds,
                    size(database.jdbi(), "pg_table_size('registry_statement')"),
                    size(database.jdbi(), "pg_indexes_size('registry_statement')"),
                    size(
                            database.jdbi(),
                            "pg_database_size(current_database()) + (SELECT sum(size) FROM pg_ls_waldir())")));
            plans(server.url("postgres"), filled);
            Files.write(Files.createDirectories(Path.of("target", "measures")).resolve("bitemporal.md"), rows);
            assertThat(then).isLessThan(THEN_AT_MOST_MILLIS);
            assertThat(asked).isLessThan(THEN_AT_MOST_MILLIS);
            assertThat(List.of(read, own, others, before, second))
                    .allSatisfy(page -> assertThat(page).isLessThan(PAGE_AT_MOST_MILLIS));
        }
    }

    /** What a record of who asked waits for at least. */
    private void syncs() throws Exception {
        ByteBuffer block = ByteBuffer.allocate(8 * 1024);
        try (FileChannel file =
                FileChannel.open(directory.resolve("syncs"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            time("a sync of the same disk by itself, 8 KiB", 1, QUESTIONS / 5, sync -> {
                try {
                    file.write(block.clear(), 0);
                    file.force(false);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** The 99th percentile in milliseconds. */
    private double time(String question, int askers, int times, IntConsumer asking) throws Exception {
        AskTimes took = AskTimes.of(askers, times, asking);
        rows.add(took.line(question));
        return took.p99();
    }

    private void plans(String url, FilledRegistry filled) throws IOException {
        ExplainedConnections explained = new ExplainedConnections(url);
        Answers answers = new Answers(Jdbi.create(explained));
        for (Asked asked : List.of(then(filled), abroad(Map.of()), abroad(anyDays()))) {
            answers.page(asked, new Disclosure(State.NE), Cursor.START, PAGE);
            rows.add("");
            rows.add(asked.sentence().en());
            rows.add("");
            rows.add("```");
            rows.add(explained.takePlans().getFirst().strip());
            rows.add("```");
        }
    }

    private static List<ReplicaStatement> abroad(Jdbi jdbi) {
        return Snapshot.read(
                jdbi,
                handle -> new RegistryAsOf(handle, AsOf.knownNow(END, END))
                        .copies(
                                new CopyFilter(new CopyFilter.Abroad(State.ML), CopyAnswer.LYING_THERE),
                                CopyCursor.START,
                                PAGE));
    }

    private Asked then(FilledRegistry filled) {
        return asked(
                Question.COPIES_THEN,
                Map.of(
                        Blank.DATASET,
                        anyDataset(filled).value(),
                        Blank.ON,
                        anyInstant().toString(),
                        Blank.KNOWN,
                        anyInstant().toString()));
    }

    private Asked abroad(Map<Blank, String> more) {
        Map<Blank, String> blanks = new EnumMap<>(more.isEmpty() ? Map.of(Blank.STATE, "ML") : more);
        blanks.put(Blank.STATE, "ML");
        return asked(Question.ABROAD, blanks);
    }

    private Map<Blank, String> anyDays() {
        return Map.of(
                Blank.ON, END.minus(Duration.ofDays(100 + random.nextInt(200))).toString(),
                Blank.KNOWN, END.minus(Duration.ofDays(random.nextInt(200))).toString());
    }

    private static Asked asked(Question question, Map<Blank, String> blanks) {
        return new Asked(question, blanks, END).checked();
    }

    /** Any that is not secret: of another State's, the desk would say that it knows of none. */
    private DatasetId anyDataset(FilledRegistry filled) {
        return TrialDatasets.id(random.nextInt(filled.trial().secret(), filled.datasets()));
    }

    private Instant anyInstant() {
        return BEGIN.plusSeconds(random.nextLong(Duration.between(BEGIN, END).toSeconds()));
    }

    private static void full(Answer answer) {
        assertThat(answer.page().rows()).hasSize(PAGE);
    }

    private static String size(Jdbi jdbi, String bytes) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT pg_size_pretty((" + bytes + ")::bigint)")
                .mapTo(String.class)
                .one());
    }

    private static InquiryDesk desk(Jdbi jdbi) {
        Clock clock = Clock.fixed(END, ZoneOffset.UTC);
        Journal journal = new Journal(jdbi, State.ML, clock, List.of());
        return new InquiryDesk(
                jdbi,
                new RegistryCoverage(
                        new PeerJournals(jdbi, journal, clock, FakeStatements.VERIFIER, List.of()),
                        state -> OptionalLong.empty()),
                new NodeConfig(State.ML, RegistryFixture.BAMAKO, 1, Zone.INTERNAL, true, Path.of("unused")));
    }
}
