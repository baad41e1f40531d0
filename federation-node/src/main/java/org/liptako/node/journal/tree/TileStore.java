package org.liptako.node.journal.tree;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.EntryCommitment;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.LogEntry;
import org.liptako.pki.tlog.Tile;

/** The tiles' tables, and the commitments that they are made of. Every method works in the caller's transaction. */
final class TileStore {
    /** How many leaves of a journal the tree here covers: their full tiles are stored. */
    long size(Handle handle, State state) {
        return handle.createQuery("SELECT size FROM journal_tree WHERE state = :state")
                .bind("state", state.name())
                .mapTo(Long.class)
                .one();
    }

    /** The journals that have entries which their trees have not. */
    List<State> behind(Handle handle) {
        return handle.createQuery("SELECT state FROM journal_tree JOIN journal_chain USING (state)"
                        + " WHERE journal_tree.size < journal_chain.size ORDER BY state")
                .map((row, context) -> State.valueOf(row.getString("state")))
                .list();
    }

    long journalSize(Handle handle, State state) {
        return handle.createQuery("SELECT size FROM journal_chain WHERE state = :state")
                .bind("state", state.name())
                .mapTo(Long.class)
                .one();
    }

    /** A full tile; empty where it is not stored. */
    Optional<Tile> tile(Handle handle, State state, int level, long index) {
        return handle.createQuery(
                        "SELECT hashes FROM journal_tile WHERE state = :state AND level = :level AND index = :index")
                .bind("state", state.name())
                .bind("level", level)
                .bind("index", index)
                .map((row, context) -> Tile.parse(row.getBytes("hashes")))
                .findOne();
    }

    /** The roots of full tiles, in order. */
    List<Digest> roots(Handle handle, State state, int level, long first, int most) {
        return handle.createQuery("SELECT root FROM journal_tile WHERE state = :state AND level = :level"
                        + " AND index >= :first AND index < :end ORDER BY index")
                .bind("state", state.name())
                .bind("level", level)
                .bind("first", first)
                .bind("end", first + most)
                .map((row, context) -> Digest.of(row.getBytes("root")))
                .list();
    }

    /** What everybody may see of entries, in order. */
    List<LogEntry> entries(Handle handle, State state, long first, int most) {
        return handle.createQuery("SELECT index, commitment FROM journal_entry WHERE state = :state"
                        + " AND index >= :first AND index < :end ORDER BY index")
                .bind("state", state.name())
                .bind("first", first)
                .bind("end", first + most)
                .map((row, context) ->
                        new LogEntry(row.getLong("index"), new EntryCommitment(Digest.of(row.getBytes("commitment")))))
                .list();
    }

    void insert(Handle handle, State state, int level, long index, Digest root, Tile tile) {
        handle.createUpdate("INSERT INTO journal_tile (state, level, index, root, hashes)"
                        + " VALUES (:state, :level, :index, :root, :hashes)")
                .bind("state", state.name())
                .bind("level", level)
                .bind("index", index)
                .bind("root", root.toBytes())
                .bind("hashes", tile.toBytes())
                .execute();
    }

    void advance(Handle handle, State state, long size) {
        handle.createUpdate("UPDATE journal_tree SET size = :size WHERE state = :state")
                .bind("state", state.name())
                .bind("size", size)
                .execute();
    }
}
