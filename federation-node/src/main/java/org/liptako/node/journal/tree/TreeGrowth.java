package org.liptako.node.journal.tree;

import static org.liptako.pki.tlog.Tile.WIDTH;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.MerkleTree;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.LogEntry;
import org.liptako.pki.tlog.Tile;

/**
 * Adds to a journal's tree what was committed to the journal. Tiles and size are written together, so that a growth that is killed leaves nothing, and the
 * next one begins where the last ended.
 */
final class TreeGrowth {
    /** The most tiles of one transaction: 512 KiB of hashes, and as long as an entry of this State's own may wait for them. */
    static final int BATCH = 64;

    private final Jdbi jdbi;
    private final TreeLease lease;
    private final TileStore store = new TileStore();

    TreeGrowth(Jdbi jdbi, TreeLease lease) {
        this.jdbi = jdbi;
        this.lease = lease;
    }

    /**
     * Grows until the tree covers every entry that is committed, or until another process has taken the lease.
     *
     * @return whether it covers them
     */
    boolean catchUp(State state, long fence) {
        Step step;
        do {
            step = step(state, fence);
        } while (step == Step.MORE);
        return step == Step.DONE;
    }

    /** How one step ended. */
    enum Step {
        MORE,
        DONE,
        LEASE_LOST
    }

    /** Grows by one batch. */
    Step step(State state, long fence) {
        return jdbi.inTransaction(handle -> step(handle, state, fence));
    }

    private Step step(Handle handle, State state, long fence) {
        if (!lease.holds(handle, state, fence)) {
            return Step.LEASE_LOST;
        }
        long covered = store.size(handle, state);
        long committed = store.journalSize(handle, state);
        long full = covered / WIDTH;
        long upTo = Math.min(committed / WIDTH, full + BATCH);
        for (long index = full; index < upTo; index++) {
            add(handle, state, 0, index, leaves(handle, state, index));
        }
        boolean whole = upTo == committed / WIDTH;
        store.advance(handle, state, whole ? committed : upTo * WIDTH);
        return whole ? Step.DONE : Step.MORE;
    }

    /** A full tile, and the one above it if that becomes full. */
    private void add(Handle handle, State state, int level, long index, List<Digest> hashes) {
        store.insert(handle, state, level, index, MerkleTree.rootOf(hashes), Tile.of(hashes));
        if (index % WIDTH == WIDTH - 1) {
            long above = index / WIDTH;
            add(handle, state, level + 1, above, whole(state, store.roots(handle, state, level, above * WIDTH, WIDTH)));
        }
    }

    private List<Digest> leaves(Handle handle, State state, long tile) {
        return whole(
                state,
                store.entries(handle, state, tile * WIDTH, WIDTH).stream()
                        .map(LogEntry::leafHash)
                        .toList());
    }

    private static List<Digest> whole(State state, List<Digest> hashes) {
        if (hashes.size() != WIDTH) {
            throw new IllegalStateException(
                    "The journal of " + state + " has gaps in this database: restore it from a backup.");
        }
        return hashes;
    }
}
