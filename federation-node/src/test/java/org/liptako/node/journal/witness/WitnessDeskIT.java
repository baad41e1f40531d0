package org.liptako.node.journal.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialTrust;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.NoteVerifier;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.trust.EvidenceKeys;

/** Burkina Faso witnesses Mali's journal. */
class WitnessDeskIT {
    private final TestDatabase database = TestDatabase.fresh();
    private final Moving clock = new Moving();
    private final Journal own = new Journal(database.jdbi(), State.BF, clock, List.of());
    private final JournalTree tree = new JournalTree(database.jdbi());
    private final NodeTrust trust = TrialLog.trust(State.BF);
    private final WitnessKeys keys = TrialLog.witness(State.BF, trust);
    private final WitnessDesk desk = new WitnessDesk(database.jdbi(), own, tree, keys);
    private final TrialLog mali = new TrialLog(State.ML).with(300, "entry");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void cosignsWhatHasOnlyGrown() {
        cosigned(mali, 0);
        cosigned(mali.with(1, "entry"), 300);
        cosigned(mali.with(700, "entry"), 301);

        assertThat(desk.cosigned(State.ML)).isEqualTo(1001);
        assertThat(alarms()).isEmpty();
    }

    @Test
    void cosignsTheSameAgainForAnAnswerMayHaveBeenLost() {
        cosigned(mali, 0);

        cosigned(mali, 300);
        cosigned(mali, 0);
    }

    @Test
    void saysFromWhereOnGrowthMustBeShown() {
        cosigned(mali, 0);
        mali.with(5, "entry");

        assertThat(add(mali, 0)).isEqualTo(new WitnessAnswer.FromElsewhere(300));
        assertThat(add(mali, 200)).isEqualTo(new WitnessAnswer.FromElsewhere(300));
        assertThat(desk.cosigned(State.ML)).isEqualTo(300);
    }

    @Test
    void anEntryThatIsNotTheOneReadHereIsAForkAndAnAlarm() {
        cosigned(mali, 0);
        TrialLog edited = mali.with(9, "entry").edited(17);
        read(mali);

        contradicts(edited, 300, "what it signed over 309 entries is not what was read here");
        contradicts(edited, 300, "an entry below index 309 was changed");
        contradicts(edited, 0, "over 309 entries");

        assertThat(alarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.about()).isEqualTo(State.ML));
        assertThat(desk.cosigned(State.ML)).isEqualTo(300);
        cosigned(mali, 300);
    }

    @Test
    void theFirstCheckpointIsComparedWithWhatWasReadHere() {
        read(mali);

        contradicts(mali.edited(299), 0, "what it signed over 300 entries is not what was read here");
        contradicts(new TrialLog(State.ML).with(10, "another"), 0, "over 10 entries");
        cosigned(mali, 0);

        assertThat(alarms()).hasSize(2);
    }

    @Test
    void whatWasCosignedBeforeItWasReadIsComparedOnceItIs() {
        TrialLog hidden = mali.edited(17);
        cosigned(hidden, 0);
        cosigned(hidden.with(1, "entry"), 300);
        read(mali.with(1, "entry"));

        contradicts(hidden.with(1, "entry"), 301, "what it signed over 301 entries is not what was read here");
        contradicts(mali, 301, "over 301 entries");

        assertThat(alarms()).hasSize(1);
        assertThat(desk.cosigned(State.ML)).isEqualTo(301);
    }

    @Test
    void anotherJournalOfTheSameSizeIsAFork() {
        cosigned(mali, 0);

        contradicts(mali.edited(299), 300, "what it signed over 300 entries is not what was cosigned");
        contradicts(new TrialLog(State.ML).with(300, "another"), 0, "forks");
        assertThat(alarms()).hasSize(2);
    }

    @Test
    void everyContradictionIsAnAlarmHoweverManyThereWere() {
        cosigned(mali, 0);

        for (int i = 0; i < 103; i++) {
            contradicts(mali.edited(i), 300, "forks");
        }

        assertThat(own.read(100, 100)).hasSize(3);
    }

    @Test
    void aProofThatProvesNothingIsRefusedAndNoAlarm() {
        cosigned(mali, 0);
        TrialLog edited = mali.with(9, "entry").edited(17);

        for (TrialLog log : List.of(edited, edited.cutTo(304))) {
            assertThatThrownBy(() -> add(log, 300))
                    .hasMessageContaining("does not lead from size 300, cosigned last")
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
        }
        assertThatThrownBy(() -> desk.add(
                        State.ML,
                        300,
                        Collections.nCopies(64, mali.checkpoint().root()),
                        mali.signed().toBytes()))
                .hasMessageContaining("at most 63 hashes");

        assertThat(alarms()).isEmpty();
        cosigned(mali, 300);
    }

    @Test
    void aSmallerCheckpointContradictsNothingHoweverLate() {
        cosigned(mali, 0);
        clock.advance(Duration.ofDays(1));

        assertThat(add(mali.cutTo(290), 0)).isEqualTo(new WitnessAnswer.FromElsewhere(300));
        read(mali);
        assertThat(add(mali.cutTo(290), 290)).isEqualTo(new WitnessAnswer.FromElsewhere(300));
        assertThat(alarms()).isEmpty();
    }

    @Test
    void aSmallerCheckpointOfOtherEntriesIsAForkAndAnAlarm() {
        cosigned(mali, 0);
        read(mali);

        contradicts(mali.cutTo(290).edited(3), 290, "what it signed over 290 entries is not what was read here");
        assertThat(alarms()).hasSize(1);
    }

    @Test
    void theTimeOfACosignatureNeverGoesBack() {
        Instant first = cosignedAt(mali, 0);
        clock.advance(Duration.ofHours(-1));
        Instant second = cosignedAt(mali.with(1, "entry"), 300);
        clock.advance(Duration.ofHours(2));
        Instant third = cosignedAt(mali.with(1, "entry"), 301);

        assertThat(first).isEqualTo(Instant.parse("2026-07-01T08:00:00Z"));
        assertThat(second).isEqualTo(first);
        assertThat(third).isEqualTo(first.plus(Duration.ofHours(1)));
    }

    @Test
    void aContradictionIsKeptWithBothSignatures() {
        cosigned(mali, 0);
        TrialLog edited = mali.edited(3);

        contradicts(edited, 300, "forks");

        List<String> kept = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT note || against FROM refused_checkpoint")
                        .mapTo(String.class)
                        .list());
        assertThat(kept)
                .singleElement()
                .asString()
                .contains(edited.signed().toString(), mali.signed().toString());
    }

    @Test
    void onlyAKeyThatTheTrustStateListsSignsAJournal() {
        Checkpoint checkpoint = mali.checkpoint();
        SignedNote byNiger = checkpoint.signedBy(TrialLog.signer(EvidenceKeys.journalOf(State.NE)));
        SignedNote byWitness = checkpoint.signedBy(TrialLog.signer(EvidenceKeys.witnessOf(State.ML)));

        refused(ErrorCode.STATEMENT_INVALID, byNiger.toBytes());
        refused(ErrorCode.STATEMENT_INVALID, byWitness.toBytes());
        byte[] altered = mali.signed().toBytes();
        altered[altered.length - 10] = (byte) (altered[altered.length - 10] == 'A' ? 'B' : 'A');
        refused(ErrorCode.STATEMENT_INVALID, altered);
        refused(ErrorCode.INVALID_REQUEST, "no note".getBytes(StandardCharsets.US_ASCII));
        assertThat(alarms()).isEmpty();
    }

    @Test
    void whatIsNoNoteIsToldInBothLanguages() {
        assertThatThrownBy(() -> desk.add(State.ML, 0, List.of(), "no note".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.sentence().fr()).contains("(C2SP tlog-checkpoint) : Une note est un texte");
                    assertThat(failure.sentence().en()).contains("(C2SP tlog-checkpoint): A note is a text");
                });
    }

    @Test
    void aKeyThatItsStateHasRevokedSignsNoJournalThoughTheTrustStateListsIt() {
        NodeTrust trust = TrialLog.trust(State.BF);
        WitnessDesk heeding = new WitnessDesk(database.jdbi(), own, tree, TrialLog.witness(State.BF, trust));
        heeding.add(State.ML, 0, List.of(), mali.signed().toBytes());

        trust.take(
                List.of(),
                TrialTrust.lists(
                        1,
                        List.of(TrialRegion.tree().journalKey(State.ML).read().certificate())));

        assertThatThrownBy(() ->
                        heeding.add(State.ML, 300, List.of(), mali.signed().toBytes()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_INVALID));
    }

    @Test
    void withoutATrustStateNobodyIsWitnessed() {
        WitnessKeys none = new WitnessKeys(
                State.BF,
                TrialRegion.ZONE,
                Optional::empty,
                TrialLog.signer(EvidenceKeys.witnessOf(State.BF)),
                Clock.systemUTC());

        assertThatThrownBy(() -> new WitnessDesk(database.jdbi(), own, tree, none)
                        .add(State.ML, 0, List.of(), mali.signed().toBytes()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_READY));
    }

    @Test
    void whatWasCosignedIsNotForgottenByHand() {
        cosigned(mali, 0);

        assertThatThrownBy(() -> database.jdbi()
                        .useHandle(handle -> handle.execute("UPDATE witnessed_checkpoint SET size = 12")))
                .hasMessageContaining("never taken back");
        assertThatThrownBy(
                        () -> database.jdbi().useHandle(handle -> handle.execute("DELETE FROM witnessed_checkpoint")))
                .hasMessageContaining("never taken back");
    }

    private WitnessAnswer add(TrialLog log, long oldSize) {
        List<Digest> proof =
                oldSize <= log.size() ? log.consistency(oldSize, log.size()).path() : List.of();
        return desk.add(State.ML, oldSize, proof, log.signed().toBytes());
    }

    private void read(TrialLog log) {
        log.readInto(database.jdbi(), own);
    }

    private void cosigned(TrialLog log, long oldSize) {
        assertThat(cosignedAt(log, oldSize)).isNotNull();
    }

    private Instant cosignedAt(TrialLog log, long oldSize) {
        WitnessAnswer answer = add(log, oldSize);
        assertThat(answer).isInstanceOf(WitnessAnswer.Cosigned.class);
        return NoteVerifier.cosignature(
                        log.signed().text(),
                        ((WitnessAnswer.Cosigned) answer).signature(),
                        keys.witnessesOf(State.BF).getFirst())
                .time();
    }

    private void contradicts(TrialLog log, long oldSize, String words) {
        assertThatThrownBy(() -> add(log, oldSize))
                .hasMessageContaining(words)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.JOURNAL_CONTRADICTS));
    }

    private void refused(ErrorCode code, byte[] note) {
        assertThatThrownBy(() -> desk.add(State.ML, 0, List.of(), note))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
    }

    private List<AlarmRaised> alarms() {
        return own.read(0, 100).stream()
                .flatMap(entry -> entry.opened().stream())
                .flatMap(opening -> JournalJson.event(opening.payload()).stream())
                .map(AlarmRaised.class::cast)
                .toList();
    }

    /** A clock that a test moves. */
    private static final class Moving extends Clock {
        private Instant now = Instant.parse("2026-07-01T08:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
