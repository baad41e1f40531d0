package org.liptako.pki.tlog.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.MerkleTree;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.Tile;
import org.liptako.pki.tlog.TilePath;

/** Compares a log's tiles, level by level, with what its leaves give. Not thread-safe. */
final class TileCheck {
    /** Of each level the hashes of the tile that is being filled, and how many tiles came before it. */
    private static final class Level {
        final List<Digest> hashes = new ArrayList<>(Tile.WIDTH);
        long tile;
    }

    private final LogFiles files;
    private final long size;
    private final List<Level> levels = new ArrayList<>();
    private long compared;

    TileCheck(LogFiles files, long size) {
        this.files = files;
        this.size = size;
    }

    long compared() {
        return compared;
    }

    void leaf(Digest hash) {
        add(0, hash);
    }

    /** Compares the tiles of the right edge, which are not full. */
    void end() {
        for (int level = 0; level < levels.size(); level++) {
            if (!levels.get(level).hashes.isEmpty()) {
                compare(level, levels.get(level));
            }
        }
    }

    private void add(int number, Digest hash) {
        if (levels.size() == number) {
            levels.add(new Level());
        }
        Level level = levels.get(number);
        level.hashes.add(hash);
        if (level.hashes.size() == Tile.WIDTH) {
            compare(number, level);
            Digest root = MerkleTree.rootOf(level.hashes);
            level.hashes.clear();
            level.tile++;
            add(number + 1, root);
        }
    }

    private void compare(int number, Level level) {
        TilePath.Hashes path = TilePath.Hashes.in(size, number, level.tile).orElseThrow();
        Tile tile = tile(path, number, level.tile);
        for (int place = 0; place < level.hashes.size(); place++) {
            if (!tile.hash(place).equals(level.hashes.get(place))) {
                throw new AuditException(
                        number == 0
                                ? AuditFault.edited(path.path(), level.tile * Tile.WIDTH + place)
                                : AuditFault.wrongHash(path.path(), place));
            }
        }
        compared++;
    }

    private Tile tile(TilePath.Hashes path, int number, long tile) {
        Optional<byte[]> bytes = files.read(path.path());
        if (bytes.isEmpty()) {
            throw new AuditException(AuditFault.missing(path.path(), tile << (8 * (number + 1))));
        }
        try {
            Tile read = Tile.parse(bytes.get());
            if (read.width() != path.width()) {
                throw new MalformedLogException(
                        "La tuile a la largeur " + read.width() + ", et son chemin dit " + path.width() + ".",
                        "The tile has width " + read.width() + ", and its path says " + path.width() + ".");
            }
            return read;
        } catch (MalformedLogException e) {
            throw new AuditException(AuditFault.malformed(path.path(), e));
        }
    }
}
