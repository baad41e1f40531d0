package org.liptako.pki.tlog.audit;

import java.util.Optional;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.Tile;
import org.liptako.pki.tlog.TilePath;

/**
 * What was kept of a log before: its checkpoint, and perhaps the tiles of that day, which tell which entry was rewritten.
 *
 * @param checkpoint as it was believed then
 * @param files the files beside it; without them the entry is not named
 */
public record OlderLog(Checkpoint checkpoint, LogFiles files) {

    /** The leaf's hash as it was kept, if it was. */
    Optional<Digest> leaf(long index) {
        if (index >= checkpoint.size()) {
            return Optional.empty();
        }
        long tile = index / Tile.WIDTH;
        return TilePath.Hashes.in(checkpoint.size(), 0, tile)
                .flatMap(path -> files.read(path.path()))
                .flatMap(OlderLog::tile)
                .filter(kept -> kept.width() > index % Tile.WIDTH)
                .map(kept -> kept.hash((int) (index % Tile.WIDTH)));
    }

    private static Optional<Tile> tile(byte[] bytes) {
        try {
            return Optional.of(Tile.parse(bytes));
        } catch (MalformedLogException damaged) {
            return Optional.empty();
        }
    }
}
