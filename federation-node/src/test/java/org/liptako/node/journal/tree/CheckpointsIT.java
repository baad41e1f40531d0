package org.liptako.node.journal.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.CheckpointPolicy;
import org.liptako.pki.tlog.NoteKey;

class CheckpointsIT {
    private static final int WRITERS = 8;

    private final TestDatabase database = TestDatabase.fresh();
    private final Jdbi jdbi = database.jdbi();
    private final Journal journal = new Journal(jdbi, State.ML, Clock.systemUTC(), List.of());
    private final JournalTree tree = new JournalTree(jdbi);
    private final CheckpointKey key = TrialCheckpointKey.fresh();
    private final Checkpoints checkpoints = new Checkpoints(jdbi, journal, key);
    private final TreeKeeper keeper = new TreeKeeper(jdbi, journal, checkpoints);

    @AfterEach
    void close() {
        keeper.close();
        database.close();
    }

    @Test
    void whatIsCommittedIsSigned() {
        keeper.look();
        assertThat(believed(checkpoints)).isEqualTo(new Checkpoint("ml.test/journal", 0, tree.root(State.ML, 0)));

        append("a");
        append("b");
        keeper.look();

        assertThat(believed(checkpoints)).isEqualTo(new Checkpoint("ml.test/journal", 2, tree.root(State.ML, 2)));
    }

    @Test
    void aLookSignsAllThatWasCommittedBeforeItHoweverManyAppendMeanwhile() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writing.add(writers.submit(() -> {
                    while (!enough.get()) {
                        append("w");
                    }
                }));
            }
            try {
                for (int look = 0; look < 20; look++) {
                    long committed = journal.chain().length();
                    keeper.look();
                    assertThat(checkpoints.required().size()).isGreaterThanOrEqualTo(committed);
                }
            } finally {
                enough.set(true);
            }
            for (Future<?> one : writing) {
                one.get();
            }
        }
        keeper.look();
        assertThat(believed(checkpoints).size()).isEqualTo(journal.chain().length());
    }

    @Test
    void aTreeThatHasNotGrownIsNotSignedAgain() {
        append("a");
        keeper.look();
        SignedCheckpoint first = checkpoints.required();

        keeper.look();

        assertThat(checkpoints.required()).isEqualTo(first);
    }

    @Test
    void aJournalThatNoOtherStateHasConfirmedGrowsAndIsNotSigned() {
        journal.hold().doubt();
        append("a");
        keeper.look();
        assertThat(tree.size(State.ML)).isEqualTo(1);
        assertThat(checkpoints.last()).isEmpty();

        journal.hold().believe();
        keeper.look();
        assertThat(believed(checkpoints).size()).isEqualTo(1);
    }

    @Test
    void aKeyThatWasRevokedSignsNothingMore() {
        AtomicBoolean good = new AtomicBoolean(true);
        Checkpoints revocable = new Checkpoints(jdbi, journal, new CheckpointKey(key.signer(), good::get));
        try (TreeKeeper signing = new TreeKeeper(jdbi, journal, revocable)) {
            append("a");
            signing.look();
            good.set(false);
            append("b");
            signing.look();
        }

        assertThat(tree.size(State.ML)).isEqualTo(2);
        assertThat(revocable.required().size()).isEqualTo(1);
        assertThat(revocable.key()).isEmpty();
    }

    @Test
    void aNewKeySignsTheSameTreeAgain() {
        append("a");
        keeper.look();
        keeper.close();
        Checkpoints renewed = new Checkpoints(jdbi, journal, TrialCheckpointKey.fresh());
        try (TreeKeeper next = new TreeKeeper(jdbi, journal, renewed)) {
            next.look();
        }

        assertThat(believed(renewed).size()).isEqualTo(1);
    }

    @Test
    void withoutAnEvidenceKeyNothingIsSignedAndTheTreeGrowsOn() {
        Checkpoints none = new Checkpoints(jdbi, journal, CheckpointKey.NONE);
        append("a");
        try (TreeKeeper without = new TreeKeeper(jdbi, journal, none)) {
            without.look();
        }

        assertThat(tree.size(State.ML)).isEqualTo(1);
        assertThat(none.last()).isEmpty();
        assertThatThrownBy(none::required)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_READY));
    }

    @Test
    void aJournalShorterThanWhatWasSignedIsNotSignedAndIsAnAlarm() {
        append("a");
        keeper.look();
        SignedCheckpoint before = checkpoints.required();
        jdbi.useHandle(handle -> handle.execute("UPDATE journal_checkpoint SET size = 5"));
        SignedCheckpoint ahead = checkpoints.required();

        append("b");
        keeper.look();
        keeper.look();

        assertThat(checkpoints.required()).isEqualTo(ahead).isNotEqualTo(before);
        assertThat(alarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.words().en()).contains("one of 5 entries was"));
    }

    @Test
    void anotherJournalThanTheOneSignedIsNotSignedAndIsAnAlarm() {
        append("a");
        append("b");
        keeper.look();
        jdbi.useHandle(handle -> handle.execute("SET session_replication_role = replica;"
                + " UPDATE journal_entry SET commitment = sha256('other') WHERE index = 0;"
                + " SET session_replication_role = DEFAULT"));

        append("c");
        keeper.look();

        assertThat(checkpoints.required().size()).isEqualTo(2);
        assertThat(alarms())
                .singleElement()
                .satisfies(alarm ->
                        assertThat(alarm.words().en()).contains("the beginning of the database, 2 entries long,"));
    }

    @Test
    void aCheckpointIsNeverTakenBackByHand() {
        append("a");
        keeper.look();

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("UPDATE journal_checkpoint SET size = 0")))
                .hasMessageContaining("never taken back");
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("DELETE FROM journal_checkpoint")))
                .hasMessageContaining("never taken back");
    }

    @Test
    void aProcessThatLostItsLeaseSignsNothing() {
        append("a");
        keeper.look();
        append("b");
        TreeLease sleeper = new TreeLease();

        checkpoints.sign(sleeper, 0);

        assertThat(checkpoints.required().size()).isEqualTo(1);
    }

    @Test
    void aProcessWithoutTheKeyLeavesTheLeaseToTheOneThatSigns() {
        append("a");
        try (TreeKeeper without = new TreeKeeper(jdbi, journal, new Checkpoints(jdbi, journal, CheckpointKey.NONE))) {
            without.look();
            keeper.look();
        }

        assertThat(checkpoints.required().size()).isEqualTo(1);
    }

    @Test
    void aLeaseThatEndsLaterThanATermWasTakenBeforeTheClockWasSetBackAndIsOver() {
        append("a");
        TreeLease before = new TreeLease();
        jdbi.useTransaction(handle -> before.take(handle, State.ML));
        jdbi.useHandle(handle -> handle.execute("UPDATE journal_tree SET held_until = held_until + interval '1 year'"));

        keeper.look();

        assertThat(checkpoints.required().size()).isEqualTo(1);
    }

    @Test
    void anotherStatesTreeThatCannotGrowHoldsUpNeitherTheOwnNorTheSignature() {
        jdbi.useHandle(handle -> handle.execute("UPDATE journal_chain SET size = 300 WHERE state = 'BF'"));
        append("a");

        keeper.look();

        assertThat(checkpoints.required().size()).isEqualTo(1);
    }

    private Checkpoint believed(Checkpoints signed) {
        NoteKey believed = signed.key().orElseThrow();
        return CheckpointPolicy.of(believed, List.of(), 0)
                .verify(signed.required().note())
                .checkpoint();
    }

    private void append(String reference) {
        journal.append(new HoldRecorded(journal.now(), new DatasetId("ML-DS-008"), true, reference));
    }

    private List<AlarmRaised> alarms() {
        return journal.read(0, 100).stream()
                .map(entry -> JournalJson.event(entry.opened().orElseThrow().payload())
                        .orElseThrow())
                .filter(AlarmRaised.class::isInstance)
                .map(AlarmRaised.class::cast)
                .toList();
    }
}
