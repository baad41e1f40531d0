package org.liptako.node.journal.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.FakeStatements;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.JournalHead;
import org.liptako.node.journal.JournalHeads;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.ReturnedEntries;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.tree.CheckpointKey;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.tree.TreeKeeper;
import org.liptako.node.journal.witness.TrialLog;
import org.liptako.node.journal.witness.WitnessKeys;
import org.liptako.node.rulebook.HandSetClock;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.tlog.SignedNote;

/** Mali's database is set back to a backup; Burkina Faso and Niger have followed its journal further. */
abstract class RestoreTrial {
    private static final Clock CLOCK = Clock.systemUTC();

    /** Beside the database. */
    @TempDir
    Path directory;

    final WitnessKeys keys = TrialLog.witness(State.ML, TrialLog.trust(State.ML));
    private final List<AutoCloseable> open = new ArrayList<>();
    final Keeper burkina = new Keeper(State.BF);
    final Keeper niger = new Keeper(State.NE);

    /** Of the orders to give entries up. */
    final HandSetClock time = new HandSetClock(CLOCK.instant());
    /** Who signed an order, as the trial says. */
    LossQuorum officers = (order, signatures, from, now) -> {
        throw Failure.of(ErrorCode.STATEMENT_INVALID, "Personne n'a signé.", "Nobody has signed.");
    };

    /** What is read from entries that come back. */
    private record Noting(List<JournalEvent> seen) implements JournalProjection {
        @Override
        public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
            seen.add(event);
        }

        @Override
        public void clear(Handle handle) {
            seen.clear();
        }
    }

    /** Mali's journal on one database. */
    final class Mali {
        private final TestDatabase database;
        final List<JournalEvent> projected = new ArrayList<>();
        final Journal journal;
        final JournalHeads heads;
        final JournalRestore restore;

        Mali(TestDatabase database) {
            this.database = database;
            open.add(database);
            AbandonedEntries abandoned = new AbandonedEntries(database.jdbi());
            AbandonedProjection orders = new AbandonedProjection(State.ML);
            journal = new Journal(database.jdbi(), State.ML, CLOCK, List.of(orders));
            heads = new JournalHeads(database.jdbi(), journal, FakeStatements.of(State.ML));
            ReturnedEntries entries =
                    new ReturnedEntries(database.jdbi(), journal, CLOCK, List.of(new Noting(projected), orders));
            Path data = directory.resolve("data");
            restore = new JournalRestore(
                    new OwnJournal(journal, entries, new JournalTree(database.jdbi())),
                    new HighWater(data.resolve("mark")),
                    new KeptAnswers(State.ML, List.of(burkina, niger), FakeStatements.VERIFIER, keys, abandoned),
                    new LossDesk(
                            journal,
                            entries,
                            new LossOrders(
                                    State.ML,
                                    data,
                                    (order, signatures, from, now) -> officers.signers(order, signatures, from, now),
                                    time),
                            abandoned));
        }

        Mali with(String... words) {
            Arrays.stream(words).forEach(word -> journal.append(event(word)));
            return this;
        }

        /** As a restart finds it. */
        Mali backup() {
            return new Mali(database.copy());
        }

        /** Until the tree covers all. */
        void grow() {
            JournalTree tree = new JournalTree(database.jdbi());
            try (TreeKeeper keeper = new TreeKeeper(
                    database.jdbi(), journal, new Checkpoints(database.jdbi(), journal, CheckpointKey.NONE))) {
                keeper.start();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> tree.size(State.ML) == journal.chain().length());
            }
        }

        String why() {
            return journal.hold().why().map(Sentence::en).orElse("");
        }

        List<JournalEvent> events(long first) {
            return journal.read(first, 100).stream()
                    .flatMap(entry -> entry.opened().stream())
                    .flatMap(opening -> JournalJson.event(opening.payload()).stream())
                    .toList();
        }
    }

    /** Another State that follows Mali's journal. */
    final class Keeper implements KeptJournal {
        private final State state;
        final PeerJournals journals;
        boolean answering = true;
        boolean withholding;
        boolean forging;
        boolean giving = true;
        Optional<SignedNote> cosigned = Optional.empty();
        int asked;

        Keeper(State state) {
            this.state = state;
            TestDatabase database = TestDatabase.fresh();
            open.add(database);
            Journal own = new Journal(database.jdbi(), state, CLOCK, List.of());
            journals = new PeerJournals(database.jdbi(), own, CLOCK, FakeStatements.VERIFIER, List.of());
        }

        void hear(Mali mali) {
            List<JournalEntry> entries = mali.journal.read(0, 100).stream()
                    .map(entry -> withholding ? new JournalEntry(entry.index(), entry.commitment(), null) : entry)
                    .toList();
            journals.follow(State.ML, 0, entries, mali.heads.head());
        }

        @Override
        public State keeper() {
            return state;
        }

        @Override
        public Optional<Extent> extent() {
            asked++;
            Optional<SignedStatement> head = journals.head(State.ML)
                    .map(said -> forging ? FakeStatements.of(state).sign(JournalHead.CONTEXT, said.payload()) : said);
            return answering ? Optional.of(new Extent(head, cosigned)) : Optional.empty();
        }

        @Override
        public List<JournalEntry> read(long first) {
            return giving ? journals.read(State.ML, first, 2) : List.of();
        }
    }

    Mali before;

    @BeforeEach
    void begin() {
        before = new Mali(TestDatabase.fresh()).with("a", "b", "c");
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    static void heard(Mali mali, Keeper keeper) {
        keeper.hear(mali);
        mali.restore.remember();
    }

    static void refused(Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_READY));
    }

    static JournalEvent event(String word) {
        return new AlarmRaised(CLOCK.instant(), "TEST", State.ML, new Sentence(word, word));
    }
}
