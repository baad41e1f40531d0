package org.liptako.node.journal.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import org.junit.jupiter.api.Test;
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
import org.liptako.node.journal.event.JournalLoss;
import org.liptako.node.journal.tree.CheckpointKey;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.tree.TreeKeeper;
import org.liptako.node.journal.witness.TrialLog;
import org.liptako.node.journal.witness.WitnessKeys;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.tlog.SignedNote;

/** Mali's database is set back to a backup; Burkina Faso and Niger have followed its journal further. */
class JournalRestoreIT {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path directory;

    private final WitnessKeys keys = TrialLog.witness(State.ML, TrialLog.trust(State.ML));
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Keeper burkina = new Keeper(State.BF);
    private final Keeper niger = new Keeper(State.NE);

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
    private final class Mali {
        private final TestDatabase database;
        private final List<JournalEvent> projected = new ArrayList<>();
        private final Journal journal;
        private final JournalHeads heads;
        private final JournalRestore restore;

        Mali(TestDatabase database) {
            this.database = database;
            open.add(database);
            journal = new Journal(database.jdbi(), State.ML, CLOCK, List.of());
            heads = new JournalHeads(database.jdbi(), journal, FakeStatements.of(State.ML));
            restore = new JournalRestore(
                    journal,
                    new ReturnedEntries(database.jdbi(), journal, CLOCK, List.of(new Noting(projected))),
                    new JournalTree(database.jdbi()),
                    new HighWater(directory.resolve("data").resolve("mark")),
                    new KeptAnswers(State.ML, List.of(burkina, niger), FakeStatements.VERIFIER, keys));
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
    private final class Keeper implements KeptJournal {
        private final State state;
        private final PeerJournals journals;
        private boolean answering = true;
        private boolean withholding;
        private boolean forging;
        private boolean giving = true;
        private Optional<SignedNote> cosigned = Optional.empty();
        private int asked;

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

    private Mali before;

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

    @Test
    void aBackupTakesBackWhatAPeerHasKeptAndGoesOnWithTheSameJournal() {
        Mali restored = before.backup();
        heard(before.with("d", "e", "f"), burkina);
        niger.answering = false;

        restored.restore.begin();
        assertThat(restored.why()).contains("it has 3 entries of it and 6 were signed");
        assertThat(restored.restore.look()).isTrue();

        assertThat(restored.journal.chain()).isEqualTo(before.journal.chain());
        assertThat(restored.events(0)).isEqualTo(before.events(0));
        assertThat(restored.projected).isEqualTo(before.events(3));
        restored.with("g");
        burkina.hear(restored);
        assertThat(burkina.journals.status(State.ML).chain()).isEqualTo(restored.journal.chain());
    }

    @Test
    void untilAPeerAnswersNothingIsJournaledOrSignedAndReadingGoesOn() {
        Mali restored = before.backup();
        heard(before.with("d", "e", "f"), burkina);
        burkina.answering = false;
        niger.answering = false;

        restored.restore.begin();
        assertThat(restored.restore.look()).isFalse();

        assertThat(restored.why()).contains("entries 3 to 5 are missing", "Burkina Faso, Niger");
        refused(() -> restored.with("x"));
        refused(restored.heads::head);
        assertThat(restored.events(0)).hasSize(3);
        burkina.answering = true;
        assertThat(restored.restore.look()).isTrue();
        assertThat(restored.journal.chain()).isEqualTo(before.journal.chain());
    }

    @Test
    void anotherJournalOfTheSameStateIsRefusedWithTheEntryNamed() {
        Mali forked = before.backup().with("d", "another e", "f");
        heard(before.with("d", "e", "f"), burkina);

        forked.restore.begin();
        assertThat(forked.why()).contains("The database contradicts what was signed");
        assertThat(forked.restore.look()).isFalse();

        assertThat(forked.why())
                .contains("its entry 3 is not the one that this State signed and that Burkina Faso has kept");
        refused(() -> forked.with("x"));
        assertThat(forked.restore.look()).isFalse();
    }

    @Test
    void aBackupThatWasGoneOnWithIsRefusedToo() {
        Mali forked = before.backup().with("another d");
        heard(before.with("d", "e", "f"), niger);

        forked.restore.begin();
        assertThat(forked.restore.look()).isFalse();

        assertThat(forked.why()).contains("its entry 3 is not", "Niger has kept");
        assertThat(forked.journal.chain().length()).isEqualTo(4);
    }

    @Test
    void whatNobodyHasKeptIsDeclared() {
        Mali restored = before.backup();
        heard(before.with("d", "e"), burkina);
        before.with("f", "g").restore.remember();

        restored.restore.begin();
        assertThat(restored.restore.look()).isTrue();

        assertThat(restored.events(5)).singleElement().isInstanceOfSatisfying(JournalLoss.class, loss -> {
            assertThat(loss.first()).isEqualTo(5);
            assertThat(loss.end()).isEqualTo(7);
            assertThat(loss.part()).isEqualTo(JournalLoss.Part.ENTRY);
        });
        restored.with("h");
        burkina.hear(restored);
        Mali again = restored.backup();
        again.restore.begin();
        assertThat(again.why()).isEmpty();
    }

    @Test
    void nothingIsGivenUpWhileAPeerThatMayHaveItIsSilent() {
        Mali restored = before.backup();
        heard(before.with("d", "e"), burkina);
        niger.hear(before.with("f"));
        before.restore.remember();
        niger.answering = false;

        restored.restore.begin();
        assertThat(restored.restore.look()).isFalse();
        assertThat(restored.why())
                .contains("entries 5 to 5 are missing, and no answer that can be believed comes from Niger");

        niger.answering = true;
        assertThat(restored.restore.look()).isTrue();
        assertThat(restored.journal.chain()).isEqualTo(before.journal.chain());
    }

    @Test
    void aPeerThatGivesNothingIsPassedOverAndTheNextOneAsked() {
        Mali restored = before.backup();
        heard(before.with("d", "e"), burkina);
        niger.hear(before);
        burkina.giving = false;

        restored.restore.begin();
        assertThat(restored.restore.look()).isTrue();

        assertThat(restored.journal.chain()).isEqualTo(before.journal.chain());
    }

    @Test
    void aPeerWhoseHeadIsNotBelievedMayHaveTheRest() {
        Mali restored = before.backup();
        heard(before.with("d", "e"), burkina);
        burkina.forging = true;

        restored.restore.begin();
        assertThat(restored.restore.look()).isFalse();
        assertThat(restored.why()).contains("no answer that can be believed comes from Burkina Faso");

        burkina.forging = false;
        assertThat(restored.restore.look()).isTrue();
        assertThat(restored.journal.chain()).isEqualTo(before.journal.chain());
    }

    @Test
    void aPayloadThatDoesNotComeBackIsDeclared() {
        Mali restored = before.backup();
        burkina.withholding = true;
        heard(before.with("d", "e"), burkina);

        restored.restore.begin();
        assertThat(restored.restore.look()).isTrue();

        assertThat(restored.journal.chain().length()).isEqualTo(6);
        assertThat(restored.events(3))
                .singleElement()
                .isInstanceOfSatisfying(
                        JournalLoss.class, loss -> assertThat(loss.part()).isEqualTo(JournalLoss.Part.PAYLOAD));
    }

    @Test
    void aPayloadThatDidNotComeBackAtAnEarlierLookIsDeclaredToo() {
        Mali restored = before.backup();
        burkina.withholding = true;
        heard(before.with("d", "e"), burkina);
        niger.hear(before.with("f"));
        before.restore.remember();
        niger.answering = false;

        restored.restore.begin();
        assertThat(restored.restore.look()).isFalse();
        niger.answering = true;
        assertThat(restored.restore.look()).isTrue();

        assertThat(restored.journal.chain().length()).isEqualTo(7);
        assertThat(restored.events(6)).singleElement().isInstanceOfSatisfying(JournalLoss.class, loss -> {
            assertThat(loss.first()).isEqualTo(3);
            assertThat(loss.end()).isEqualTo(5);
            assertThat(loss.part()).isEqualTo(JournalLoss.Part.PAYLOAD);
        });
    }

    @Test
    void aLossIsDeclaredBeforeTheMarkIsLowered() throws IOException {
        Mali restored = before.backup();
        before.with("d", "e").restore.remember();
        Path inTheWay = directory.resolve("data").resolve("mark.new");
        Files.createDirectory(inTheWay);

        restored.restore.begin();
        assertThatThrownBy(restored.restore::look).isInstanceOf(UncheckedIOException.class);
        assertThat(restored.why()).contains("5 were signed");
        assertThatThrownBy(restored.restore::look).isInstanceOf(UncheckedIOException.class);
        Files.delete(inTheWay);
        assertThat(restored.restore.look()).isTrue();

        assertThat(restored.events(3)).singleElement().isInstanceOfSatisfying(JournalLoss.class, loss -> {
            assertThat(loss.first()).isEqualTo(3);
            assertThat(loss.end()).isEqualTo(5);
        });
    }

    @Test
    void aTreeThatWasCosignedFurtherThanAnybodyHasReadCannotGoOn() {
        Mali restored = before.backup();
        heard(before.with("d"), burkina);
        niger.cosigned = new TrialLog(State.ML).with(5, "entry").lastCheckpoint();

        restored.restore.begin();
        assertThat(restored.restore.look()).isFalse();

        assertThat(restored.why()).contains("Niger has cosigned 5 entries of this journal");
    }

    @Test
    void aCheckpointThatThisStateHasNotSignedHoldsNothing() {
        Mali restored = before.backup();
        heard(before.with("d"), burkina);
        niger.cosigned = new TrialLog(State.NE).with(5, "entry").lastCheckpoint();

        restored.restore.begin();
        assertThat(restored.restore.look()).isTrue();

        assertThat(restored.journal.chain()).isEqualTo(before.journal.chain());
    }

    @Test
    void withoutAMarkThePeersAreAskedAndNobodyIsWaitedFor() {
        Mali restored = before.backup();
        before.with("d", "e");
        burkina.hear(before);
        niger.answering = false;

        restored.restore.begin();
        assertThat(restored.restore.look()).isTrue();
        assertThat(restored.journal.chain()).isEqualTo(before.journal.chain());

        burkina.answering = false;
        Mali lone = new Mali(TestDatabase.fresh());
        directory.resolve("data").resolve("mark").toFile().delete();
        lone.restore.begin();
        assertThat(lone.restore.look()).isTrue();
    }

    @Test
    void aDatabaseThatFallsBackWhileTheNodeRunsIsHeldToo() {
        Mali lagging = before.backup();
        heard(before.with("d"), burkina);

        assertThat(lagging.restore.remember()).isFalse();

        assertThat(lagging.why()).contains("it has 3 entries of it and 4 were signed");
        assertThat(lagging.restore.look()).isTrue();
        assertThat(lagging.restore.remember()).isTrue();
        assertThat(lagging.journal.chain()).isEqualTo(before.journal.chain());
    }

    @Test
    void aMachineThatWentBackWithItsMarkTakesItsEntriesBackFromItsPeers() {
        before.restore.remember();
        Mali restored = before.backup();
        burkina.hear(before.with("d", "e", "f"));
        niger.answering = false;

        restored.restore.begin();
        assertThat(restored.why()).isEmpty();
        assertThat(restored.restore.look()).isTrue();

        assertThat(restored.journal.chain()).isEqualTo(before.journal.chain());
        assertThat(restored.events(0)).isEqualTo(before.events(0));
        restored.with("g");
        burkina.hear(restored);
        assertThat(burkina.journals.status(State.ML).chain()).isEqualTo(restored.journal.chain());
    }

    @Test
    void aMachineThatWentBackBehindWhatAWitnessCosignedIsHeldThoughNobodyHasReadThatFar() {
        before.restore.remember();
        Mali restored = before.backup();
        niger.cosigned = new TrialLog(State.ML).with(5, "entry").lastCheckpoint();

        restored.restore.begin();
        assertThat(restored.restore.look()).isFalse();

        assertThat(restored.why()).contains("Niger has cosigned 5 entries of this journal");
        refused(() -> restored.with("x"));
    }

    @Test
    void aMachineThatWentBackAndWentOnIsHeldByTheCheckpointThatAWitnessCosigned() {
        Mali restored = before.backup();
        restored.restore.remember();
        niger.cosigned = new TrialLog(State.ML).with(3, "entry").lastCheckpoint();
        burkina.answering = false;

        restored.restore.begin();
        assertThat(restored.restore.look()).isTrue();
        assertThat(restored.journal.hold().maySign())
                .as("the tree is behind: nothing was compared")
                .isFalse();
        restored.grow();
        assertThat(restored.restore.look()).isFalse();

        assertThat(restored.why())
                .contains("its first 3 entries are not those that this State signed and Niger cosigned");
        refused(() -> restored.with("x"));
    }

    @Test
    void whatWasAppendedWhileNobodyAnsweredIsNamedOnceAPeerKnowsBetter() {
        before.restore.remember();
        Mali restored = before.backup();
        burkina.hear(before.with("d", "e"));
        burkina.answering = false;
        niger.answering = false;

        restored.restore.begin();
        assertThat(restored.restore.look()).isTrue();
        restored.with("another d");
        burkina.answering = true;
        assertThat(restored.restore.look()).isFalse();

        assertThat(restored.why()).contains("its entry 3 is not the one that this State signed");
    }

    @Test
    void aRestartAsksItsPeersAndWaitsForNobodyButSignsNoCheckpointBeforeOneHasAnswered() {
        heard(before.with("d"), burkina);
        Mali again = before.backup();
        burkina.answering = false;
        niger.answering = false;

        again.restore.begin();
        assertThat(again.restore.look()).isTrue();
        again.with("e");
        assertThat(burkina.asked).isEqualTo(1);
        assertThat(again.journal.hold().maySign()).isFalse();

        burkina.answering = true;
        assertThat(again.restore.look()).isTrue();
        assertThat(again.journal.hold().maySign()).isTrue();
        assertThat(again.events(4)).hasSize(1);
    }

    @Test
    void aPeerThatHasReadNothingYetIsAnAnswerToo() {
        Mali first = before.backup();
        niger.answering = false;

        first.restore.begin();
        assertThat(first.restore.look()).isTrue();

        assertThat(first.journal.hold().maySign()).isTrue();
    }

    private static void heard(Mali mali, Keeper keeper) {
        keeper.hear(mali);
        mali.restore.remember();
    }

    private static void refused(Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_READY));
    }

    private static JournalEvent event(String word) {
        return new AlarmRaised(CLOCK.instant(), "TEST", State.ML, new Sentence(word, word));
    }
}
