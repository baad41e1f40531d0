package org.liptako.node.operations.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.tree.CheckpointKey;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.tree.TreeKeeper;
import org.liptako.node.journal.witness.OwnCosignatures;
import org.liptako.node.journal.witness.TrialLog;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.CheckpointPolicy;
import org.liptako.pki.tlog.NoteSigner;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.tlog.audit.AuditOutcome;
import org.liptako.pki.tlog.audit.LogAudit;
import org.liptako.pki.tlog.audit.LogFiles;
import org.liptako.pki.tlog.audit.OlderLog;
import org.liptako.pki.trust.EvidenceKeys;

/** What every place does in which a journal is published. */
abstract class JournalPublicationContract {
    private static final NoteSigner MALI = TrialLog.signer(EvidenceKeys.journalOf(State.ML));
    private static final CheckpointPolicy POLICY = CheckpointPolicy.of(MALI.key(), List.of(), 0);

    private final TestDatabase database = TestDatabase.fresh();
    private final Journal journal = new Journal(database.jdbi(), State.ML, Clock.systemUTC(), List.of());
    private final JournalTree tree = new JournalTree(database.jdbi());
    private final Checkpoints checkpoints = new Checkpoints(database.jdbi(), journal, new CheckpointKey(MALI));
    private final TrialLog entries = new TrialLog(State.ML);

    /** The same empty place, for all of one test. */
    abstract PublishedFiles place() throws IOException;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsPublishedIsAWholeJournalAndStaysOneAsItGrows() throws IOException {
        for (int more : new int[] {0, 1, 254, 1, 1, 300, 0}) {
            Optional<Checkpoint> before = published();
            signed(more);
            publication(place()).publish();

            assertThat(sizeOf(audit(place(), before))).isEqualTo(entries.size());
            assertThat(publication(place()).publish()).as("nothing is new").isZero();
        }
        assertThat(place().read("tile/0/001.p/1")).as("full since").isEmpty();
        assertThat(place().read("tile/entries/001.p/1")).isEmpty();
        assertThat(place().read("tile/0/001")).isPresent();
    }

    @Test
    void aPublicationThatIsKilledAnywhereLeavesAWholeJournalAndTheNextEndsIt() throws IOException {
        signed(200);
        publication(place()).publish();
        signed(400);
        for (int writes = 0; writes < 20; writes++) {
            try {
                publication(new Dying(place(), writes)).publish();
                assertThat(sizeOf(audit(place(), Optional.empty()))).isEqualTo(600);
                assertThat(writes).isGreaterThan(3);
                return;
            } catch (IOException killed) {
                assertThat(sizeOf(audit(place(), Optional.empty()))).isIn(200L, 600L);
            }
        }
        assertThat(published()).as("never ended").map(Checkpoint::size).hasValue(600L);
    }

    @Test
    void whatIsThereIsNeverWrittenOverWithOtherBytes() throws IOException {
        byte[] foreign = "foreign".getBytes(StandardCharsets.US_ASCII);
        signed(100);
        publication(place()).publish();
        place().write("tile/0/000", foreign);
        signed(200);

        contradicts("The file tile/0/000 that is published in");

        assertThat(place().read("tile/0/000").orElseThrow()).isEqualTo(foreign);
        assertThat(published()).map(Checkpoint::size).hasValue(100L);
    }

    @Test
    void aCheckpointThatThisJournalHasNotGrownOutOfStays() throws IOException {
        signed(100);
        publication(place()).publish();
        TrialLog longer = new TrialLog(State.ML).with(120, "entry");
        TrialLog other = new TrialLog(State.ML).with(90, "another");
        TrialLog stranger = new TrialLog(State.NE).with(90, "entry");
        for (TrialLog log : List.of(longer, other, stranger)) {
            byte[] kept = log.lastCheckpoint().orElseThrow().toBytes();
            place().write("checkpoint", kept);

            contradicts("is not the beginning of this journal");
            assertThat(place().read("checkpoint").orElseThrow()).isEqualTo(kept);
        }
    }

    private void contradicts(String words) {
        assertThatThrownBy(() -> publication(place()).publish())
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.JOURNAL_CONTRADICTS))
                .hasMessageContaining(words);
    }

    private JournalPublication publication(PublishedFiles files) {
        return new JournalPublication(State.ML, tree, checkpoints, new OwnCosignatures(database.jdbi()), files);
    }

    /** So many entries more, in the tree and signed. */
    private void signed(int more) {
        entries.with(more, "entry").readInto(database.jdbi(), journal);
        try (TreeKeeper keeper = new TreeKeeper(database.jdbi(), journal, checkpoints)) {
            keeper.start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> checkpoints
                            .last()
                            .filter(last -> last.size() == entries.size())
                            .isPresent());
        }
    }

    private Optional<Checkpoint> published() throws IOException {
        return place().read("checkpoint").map(JournalPublicationContract::checkpoint);
    }

    private static Checkpoint checkpoint(byte[] note) {
        return Checkpoint.parse(SignedNote.parse(note).text());
    }

    private static AuditOutcome audit(PublishedFiles place, Optional<Checkpoint> older) {
        LogFiles files = path -> {
            try {
                return place.read(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        return new LogAudit(
                        files,
                        POLICY,
                        older.map(kept -> new OlderLog(kept, files)).orElse(null))
                .run();
    }

    private static long sizeOf(AuditOutcome outcome) {
        assertThat(outcome).isInstanceOf(AuditOutcome.Sound.class);
        return ((AuditOutcome.Sound) outcome).checkpoint().checkpoint().size();
    }

    /** A place that is gone after so many writes, as for a process that is killed. */
    private static final class Dying implements PublishedFiles {
        private final PublishedFiles place;
        private int left;

        Dying(PublishedFiles place, int writes) {
            this.place = place;
            this.left = writes;
        }

        @Override
        public String place() {
            return place.place();
        }

        @Override
        public Optional<byte[]> read(String path) throws IOException {
            return place.read(path);
        }

        @Override
        public void write(String path, byte[] content) throws IOException {
            live();
            place.write(path, content);
        }

        @Override
        public void removeBelow(String path) throws IOException {
            live();
            place.removeBelow(path);
        }

        private void live() throws IOException {
            if (left-- <= 0) {
                throw new IOException("killed");
            }
        }
    }
}
