package org.liptako.node.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.tree.CheckpointKey;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.witness.OwnCosignatures;
import org.liptako.node.journal.witness.TrialLog;
import org.liptako.node.journal.witness.WitnessDesk;
import org.liptako.node.journal.witness.WitnessKeys;
import org.liptako.pki.name.State;
import org.liptako.pki.receipt.ReceiptJournal;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.CheckpointPolicy;
import org.liptako.pki.tlog.Cosignature;
import org.liptako.pki.tlog.NoteKey;
import org.liptako.pki.tlog.NoteKeyType;
import org.liptako.pki.tlog.NoteSigner;
import org.liptako.pki.tlog.NoteVerifier;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.trust.EvidenceKeys;

/** Mali's journal after the key that signed it was replaced. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SignedJournalsIT {
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final NoteSigner TODAY = TrialLog.signer(EvidenceKeys.journalOf(State.ML));

    private final TestDatabase database = TestDatabase.fresh();
    private final OwnCosignatures cosignatures = new OwnCosignatures(database.jdbi());
    private final WitnessKeys keys = TrialLog.witness(State.ML, TrialLog.trust(State.ML));
    private final SignedJournals journals = journals(database.jdbi());
    private final TrialLog log = new TrialLog(State.ML).with(1, "entry");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void ofTwoSignaturesTheOneByTheListedKeyIsTaken() throws Exception {
        Checkpoint checkpoint = checkpoint();
        SignedNote note = checkpoint.signedBy(replaced()).with(List.of(TODAY.sign(checkpoint)));
        cosign(State.NE, checkpoint, note);

        ReceiptJournal journal = journals.of(State.ML, 1).orElseThrow();

        assertThat(journal.witnesses()).isEqualTo(1);
        assertThat(journal.checkpoint().signatures()).hasSize(2);
        CheckpointPolicy.of(TODAY.key(), keys.witnessesOf(State.NE), 1).verify(journal.checkpoint());
    }

    @Test
    void aCheckpointThatOnlyTheReplacedKeyHasSignedIsPassedOver() throws Exception {
        Checkpoint signedToday = checkpoint();
        cosign(State.BF, signedToday, signedToday.signedBy(TODAY));
        log.with(1, "entry");
        Checkpoint later = checkpoint();
        cosign(State.NE, later, later.signedBy(replaced()));

        ReceiptJournal journal = journals.of(State.ML, 1).orElseThrow();

        assertThat(journal.checkpoint().text()).isEqualTo(signedToday.text());
        assertThat(journals.of(State.ML, 2)).isEmpty();
    }

    private SignedJournals journals(Jdbi jdbi) {
        Journal journal = new Journal(jdbi, State.ML, Clock.systemUTC(), List.of());
        Checkpoints none = new Checkpoints(jdbi, journal, CheckpointKey.NONE);
        WitnessDesk witness = new WitnessDesk(jdbi, journal, new JournalTree(jdbi), keys);
        return new SignedJournals(State.ML, none, cosignatures, witness, keys);
    }

    private Checkpoint checkpoint() {
        return Checkpoint.parse(log.lastCheckpoint().orElseThrow().text());
    }

    /** The journal's key of before, which no trust state lists any more. */
    private static NoteSigner replaced() throws NoSuchAlgorithmException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteKey key = NoteKey.of(TODAY.key().name(), NoteKeyType.LOG, pair.getPublic());
        return new NoteSigner(key, pair.getPrivate(), Clock.systemUTC());
    }

    private void cosign(State witness, Checkpoint checkpoint, SignedNote note) {
        NoteSigner signer = TrialLog.signer(EvidenceKeys.witnessOf(witness));
        Cosignature cosignature =
                NoteVerifier.cosignature(checkpoint.text(), signer.sign(checkpoint, NOON), signer.key());
        cosignatures.keep(witness, checkpoint, note, cosignature);
    }
}
