package org.liptako.node.journal.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.Journal;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.MerkleHash;
import org.liptako.pki.evidence.MerkleTree;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.TilePath;

class JournalTreeIT {
    private final TestDatabase database = TestDatabase.fresh();
    private final Jdbi jdbi = database.jdbi();
    private final Journal journal = new Journal(jdbi, State.ML, Clock.systemUTC(), List.of());
    private final JournalTree tree = new JournalTree(jdbi);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theRootAtEverySizeIsThatOfTheEntries() {
        List<Digest> leaves = ManyEntries.leaves(1100);
        MerkleTree naive = new MerkleTree();
        try (TreeKeeper keeper = keeper()) {
            for (int size : new int[] {1, 2, 255, 256, 257, 511, 512, 1100}) {
                ManyEntries.grow(jdbi, State.ML, size);
                keeper.look();
                while (naive.size() < size) {
                    naive.append(leaves.get((int) naive.size()));
                }
                assertThat(tree.size(State.ML)).isEqualTo(size);
                assertThat(tree.root(State.ML, size)).as("%d entries", size).isEqualTo(naive.root());
            }
        }
        assertThat(tree.root(State.ML, 0)).isEqualTo(MerkleHash.empty());
        for (int size = 1; size <= 1100; size += 37) {
            assertThat(tree.root(State.ML, size)).isEqualTo(MerkleTree.rootOf(leaves.subList(0, size)));
        }
    }

    @Test
    void aJournalThatIsThereAlreadyIsCaughtUpWithOverThreeLevelsOfTiles() {
        int size = 70_000;
        ManyEntries.grow(jdbi, State.NE, size);
        try (TreeKeeper keeper = keeper()) {
            keeper.look();
        }
        List<Digest> leaves = ManyEntries.leaves(size);
        Digest root = MerkleTree.rootOf(leaves);

        assertThat(tiles(0)).isEqualTo(273);
        assertThat(tiles(1)).isEqualTo(1);
        assertThat(tree.root(State.NE, size)).isEqualTo(root);
        Random random = new Random(118);
        for (int i = 0; i < 50; i++) {
            int index = random.nextInt(size);
            assertThat(tree.inclusion(State.NE, index, size).proves(leaves.get(index), root))
                    .as("entry %d", index)
                    .isTrue();
        }
        assertThat(tree.consistency(State.NE, 4711, size).proves(MerkleTree.rootOf(leaves.subList(0, 4711)), root))
                .isTrue();
        assertThat(tree.at(State.NE, new TilePath.Hashes(1, 0, 256))).hasSize(8192);
        assertThat(tree.at(State.NE, new TilePath.Hashes(2, 0, 1)))
                .isEqualTo(MerkleTree.rootOf(leaves.subList(0, 65_536)).toBytes());
        assertThat(tree.at(State.NE, new TilePath.Hashes(1, 1, 17)))
                .endsWith(
                        MerkleTree.rootOf(leaves.subList(272 * 256, 273 * 256)).toBytes());
    }

    @Test
    void theRightEdgeIsServedAtEveryWidthThatItHasHad() {
        ManyEntries.grow(jdbi, State.ML, 300);
        try (TreeKeeper keeper = keeper()) {
            keeper.look();
        }
        byte[] widest = tree.at(State.ML, new TilePath.Hashes(0, 1, 44));
        byte[] bundle = tree.at(State.ML, new TilePath.Entries(1, 44));

        assertThat(tree.at(State.ML, new TilePath.Hashes(0, 1, 7))).isEqualTo(Arrays.copyOf(widest, 7 * 32));
        assertThat(tree.at(State.ML, new TilePath.Entries(1, 7))).isEqualTo(Arrays.copyOf(bundle, 7 * 42));
        assertThat(Arrays.copyOfRange(bundle, 2, 42))
                .isEqualTo(ManyEntries.entry(256).toBytes());
        notKnown(() -> tree.at(State.ML, new TilePath.Hashes(0, 1, 45)));
        notKnown(() -> tree.at(State.ML, new TilePath.Hashes(0, 2, 1)));
        notKnown(() -> tree.at(State.ML, new TilePath.Hashes(1, 0, 2)));
        notKnown(() -> tree.at(State.ML, new TilePath.Entries(1, 45)));
        notKnown(() -> tree.inclusion(State.ML, 300, 300));
        notKnown(() -> tree.inclusion(State.ML, 0, 301));
        notKnown(() -> tree.consistency(State.ML, 301, 300));
    }

    @Test
    void aGrowthThatIsKilledHalfwayLeavesNothingAndTheNextEndsIt() {
        ManyEntries.grow(jdbi, State.ML, 2000);
        TreeLease lease = new TreeLease();
        long fence = jdbi.inTransaction(handle -> lease.take(handle, State.ML)).orElseThrow();
        jdbi.useHandle(handle -> handle.execute("CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN IF NEW.index = 4 THEN RAISE EXCEPTION ''killed''; END IF; RETURN NEW; END';"
                + " CREATE TRIGGER cut BEFORE INSERT ON journal_tile FOR EACH ROW EXECUTE FUNCTION cut()"));

        assertThatThrownBy(() -> new TreeGrowth(jdbi, lease).catchUp(State.ML, fence))
                .hasMessageContaining("killed");
        assertThat(tree.size(State.ML)).isZero();

        jdbi.useHandle(handle -> handle.execute("DROP TRIGGER cut ON journal_tile"));
        assertThat(new TreeGrowth(jdbi, lease).catchUp(State.ML, fence)).isTrue();
        assertThat(tree.root(State.ML, 2000)).isEqualTo(MerkleTree.rootOf(ManyEntries.leaves(2000)));
    }

    @Test
    void aProcessWithAnOldFencingNumberWritesNothing() {
        ManyEntries.grow(jdbi, State.ML, 600);
        TreeLease sleeper = new TreeLease();
        long old = jdbi.inTransaction(handle -> sleeper.take(handle, State.ML)).orElseThrow();
        TreeLease other = new TreeLease();

        OptionalLong refused = jdbi.inTransaction(handle -> other.take(handle, State.ML));
        assertThat(refused).isEmpty();
        jdbi.useHandle(handle -> handle.execute("UPDATE journal_tree SET held_until = now() - interval '1 second'"));
        long fresh = jdbi.inTransaction(handle -> other.take(handle, State.ML)).orElseThrow();

        assertThat(fresh).isGreaterThan(old);
        assertThat(new TreeGrowth(jdbi, sleeper).catchUp(State.ML, old)).isFalse();
        assertThat(tree.size(State.ML)).isZero();
        assertThat(new TreeGrowth(jdbi, other).catchUp(State.ML, fresh)).isTrue();
    }

    @Test
    void twoProcessesOnOneDatabaseMakeOneTree() throws Exception {
        try (TreeKeeper one = keeper();
                TreeKeeper two = keeper()) {
            Thread growing = Thread.ofVirtual().start(() -> {
                for (int size = 50; size <= 5000; size += 50) {
                    ManyEntries.grow(jdbi, State.ML, size);
                    two.look();
                }
            });
            while (growing.isAlive()) {
                one.look();
            }
            growing.join();
        }
        try (TreeKeeper last = keeper()) {
            last.look();
        }
        assertThat(tree.root(State.ML, 5000)).isEqualTo(MerkleTree.rootOf(ManyEntries.leaves(5000)));
    }

    @Test
    void noHandRewritesATile() {
        ManyEntries.grow(jdbi, State.ML, 256);
        try (TreeKeeper keeper = keeper()) {
            keeper.look();
        }
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("DELETE FROM journal_tile")))
                .hasMessageContaining("never changed");
    }

    private TreeKeeper keeper() {
        return new TreeKeeper(jdbi, journal, new Checkpoints(jdbi, journal, CheckpointKey.NONE));
    }

    private int tiles(int level) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM journal_tile WHERE state = 'NE' AND level = :level")
                        .bind("level", level)
                        .mapTo(Integer.class)
                        .one());
    }

    private static void notKnown(Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_KNOWN));
    }
}
