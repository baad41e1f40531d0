package org.liptako.node.journal.tree;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.LogEntry;
import org.liptako.pki.tlog.Tile;
import org.liptako.pki.tlog.TilePath;
import org.liptako.pki.tlog.TileReader;

/**
 * One journal's tiles, read in one transaction: full ones as they are stored, the right edge from the entries and from the roots of the tiles below it.
 */
record StoredTiles(TileStore store, Handle handle, State state) implements TileReader {

    @Override
    public Tile read(TilePath.Hashes path) {
        return store.tile(handle, state, path.level(), path.index())
                .orElseGet(() -> Tile.of(edge(path.level(), path.index())));
    }

    private List<Digest> edge(int level, long index) {
        long first = index * Tile.WIDTH;
        return level == 0
                ? store.entries(handle, state, first, Tile.WIDTH).stream()
                        .map(LogEntry::leafHash)
                        .toList()
                : store.roots(handle, state, level - 1, first, Tile.WIDTH);
    }
}
