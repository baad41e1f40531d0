package org.liptako.pki.tlog;

import java.util.ArrayList;
import java.util.List;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.MerkleTree;

/** Tiles made word by word from the definition: each hash is the root over the 256^level leaves that it spans. */
final class MemoryTiles implements TileReader {
    private final List<List<Digest>> levels = new ArrayList<>();
    final List<TilePath.Hashes> asked = new ArrayList<>();

    MemoryTiles(List<Digest> leafHashes) {
        List<Digest> level = leafHashes;
        while (!level.isEmpty()) {
            levels.add(level);
            List<Digest> above = new ArrayList<>();
            for (int i = 0; i + Tile.WIDTH <= level.size(); i += Tile.WIDTH) {
                above.add(MerkleTree.rootOf(level.subList(i, i + Tile.WIDTH)));
            }
            level = above;
        }
    }

    @Override
    public Tile read(TilePath.Hashes path) {
        asked.add(path);
        int first = Math.toIntExact(path.index() * Tile.WIDTH);
        return Tile.of(levels.get(path.level()).subList(first, first + path.width()));
    }
}
