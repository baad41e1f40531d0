package org.liptako.node.journal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.Tile;

/** Other States' journals are far behind, as after three days; entries of the own are committed meanwhile, each as soon as something was signed. */
class TreeKeeperIT {
    private static final long BATCH = (long) TreeGrowth.BATCH * Tile.WIDTH;

    private final TestDatabase database = TestDatabase.fresh();
    private final Jdbi jdbi = database.jdbi();
    private final Journal journal = journal();
    /** Tells the keeper nothing. */
    private final Journal ofAnotherProcess = journal();

    private final JournalTree tree = new JournalTree(jdbi);
    private final Checkpoints checkpoints = new Checkpoints(jdbi, journal, TrialCheckpointKey.fresh());
    private final TreeKeeper keeper = new TreeKeeper(jdbi, journal, checkpoints);
    private final List<String> signed = new ArrayList<>();

    @AfterEach
    void close() {
        keeper.close();
        database.close();
    }

    @Test
    void anEntryWaitsForABatchOfAnotherStatesTreeAndNotForAllOfIt() {
        ManyEntries.grow(jdbi, State.BF, 3 * BATCH);
        afterEachSignatureUpTo(2, this::append);

        keeper.look();

        assertThat(signed)
                .containsExactly(
                        signed(0, 0, 0), // before any other tree grows
                        signed(1, BATCH, 0),
                        signed(2, 2 * BATCH, 0));
        assertThat(tree.size(State.BF)).isEqualTo(3 * BATCH);
    }

    @Test
    void twoStatesTreesGrowInTurn() {
        ManyEntries.grow(jdbi, State.BF, 2 * BATCH);
        ManyEntries.grow(jdbi, State.NE, 2 * BATCH);
        afterEachSignatureUpTo(2, this::append);

        keeper.look();

        assertThat(signed).containsExactly(signed(0, 0, 0), signed(1, BATCH, 0), signed(2, BATCH, BATCH));
        assertThat(List.of(tree.size(State.BF), tree.size(State.NE))).containsExactly(2 * BATCH, 2 * BATCH);
    }

    @Test
    void aKeeperThatIsClosedBeginsNoOtherBatch() {
        ManyEntries.grow(jdbi, State.BF, 3 * BATCH);
        afterEachSignatureUpTo(1, this::append);
        checkpoints.onSigned(() -> {
            if (tree.size(State.BF) > 0) {
                keeper.close();
            }
        });

        keeper.look();

        assertThat(tree.size(State.BF)).isEqualTo(BATCH);
    }

    /** Notes what is signed, and how far the other States' trees are then; and does this after each of the first signatures. */
    private void afterEachSignatureUpTo(int most, Runnable act) {
        checkpoints.onSigned(() -> {
            signed.add(signed(checkpoints.required().size(), tree.size(State.BF), tree.size(State.NE)));
            if (signed.size() <= most) {
                act.run();
            }
        });
    }

    private static String signed(long own, long burkinas, long nigers) {
        return "ML signed up to " + own + ", BF grown to " + burkinas + ", NE to " + nigers;
    }

    private void append() {
        ofAnotherProcess.append(
                new HoldRecorded(ofAnotherProcess.now(), new DatasetId("ML-DS-008"), true, "judgement"));
    }

    private Journal journal() {
        return new Journal(jdbi, State.ML, Clock.systemUTC(), List.of());
    }
}
