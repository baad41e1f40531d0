package org.liptako.node.journal.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.witness.ShownCheckpoints.Agrees;
import org.liptako.node.journal.witness.ShownCheckpoints.Ahead;
import org.liptako.node.journal.witness.ShownCheckpoints.Contradicts;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/** Burkina Faso has read Mali's journal, and is shown checkpoints of it. */
class ShownCheckpointsIT {
    private static final Clock CLOCK = Clock.systemUTC();

    private final TestDatabase database = TestDatabase.fresh();
    private final Journal own = new Journal(database.jdbi(), State.BF, CLOCK, List.of());
    private final ShownCheckpoints shown = new ShownCheckpoints(
            database.jdbi(),
            own,
            new JournalTree(database.jdbi()),
            TrialLog.witness(State.BF, TrialLog.trust(State.BF)));
    private final TrialLog mali = new TrialLog(State.ML).with(300, "entry");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatCoversTheBeginningOfWhatWasReadAgrees() {
        mali.readInto(database.jdbi(), own);

        for (int size : new int[] {0, 1, 255, 256, 257, 300}) {
            assertThat(shown.compare(State.ML, mali.cutTo(size).signed())).isEqualTo(new Agrees());
        }
    }

    @Test
    void whatCoversMoreIsShownByAProofOfGrowthAndByNoOther() {
        mali.readInto(database.jdbi(), own);
        TrialLog grown = mali.cutTo(300).with(45, "entry");
        TrialLog other = mali.edited(3).with(45, "entry");

        assertThat(shown.compare(State.ML, grown.signed())).isInstanceOfSatisfying(Ahead.class, ahead -> {
            assertThat(ahead.isShownBy(grown.consistency(300, 345))).isTrue();
            assertThat(ahead.isShownBy(grown.consistency(299, 345))).isFalse();
            assertThat(ahead.isShownBy(other.consistency(300, 345))).isFalse();
        });
    }

    @Test
    void anotherJournalIsNamedByItsFirstEntryThatDiffers() {
        mali.readInto(database.jdbi(), own);
        for (int edited : new int[] {0, 17, 255, 256, 299}) {
            TrialLog other = mali.edited(edited);
            Contradicts found = (Contradicts) shown.compare(State.ML, other.signed());

            assertThat(shown.difference(found, other.tiles())).hasValue(edited);
        }
    }

    @Test
    void tilesThatTheSignedRootDoesNotCoverNameNothing() {
        mali.readInto(database.jdbi(), own);
        Contradicts found =
                (Contradicts) shown.compare(State.ML, mali.edited(200).signed());

        assertThat(shown.difference(found, mali.edited(17).tiles())).isEmpty();
        assertThat(shown.difference(found, mali.tiles())).isEmpty();
    }

    @Test
    void aContradictionIsKeptWithItsSignatureAndToldOnce() {
        mali.readInto(database.jdbi(), own);
        for (int size : new int[] {290, 300, 300}) {
            TrialLog other = mali.edited(17).cutTo(size);
            Contradicts found = (Contradicts) shown.compare(State.ML, other.signed());
            shown.raise(found, State.NE, OptionalLong.of(17));
        }

        assertThat(own.chain().length()).isEqualTo(1);
        List<String> notes = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT note FROM refused_checkpoint ORDER BY size")
                        .mapTo(String.class)
                        .list());
        assertThat(notes).hasSize(2).last().isEqualTo(mali.edited(17).signed().toString());
    }

    @Test
    void whatThatStateHasNotSignedSaysNothingAgainstIt() {
        mali.readInto(database.jdbi(), own);

        assertThatThrownBy(() -> shown.compare(
                        State.ML, new TrialLog(State.NE).with(3, "entry").signed()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_INVALID));
    }
}
