package org.liptako.node.cli.journal;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.liptako.pki.tlog.Tile;
import org.liptako.pki.tlog.TilePath;

/** The paths of all bundles and tiles that a log of a size consists of, made one by one: there may be millions. */
final class LogPaths {
    private static final int MOST_LEVELS = 8;

    private LogPaths() {}

    static Iterable<TilePath> of(long size) {
        return () -> paths(size).iterator();
    }

    private static Stream<TilePath> paths(long size) {
        Stream<TilePath> entries = LongStream.range(0, tiles(size))
                .mapToObj(index -> TilePath.Entries.in(size, index))
                .flatMap(Optional::stream);
        Stream<TilePath> hashes = IntStream.range(0, MOST_LEVELS)
                .boxed()
                .flatMap(level -> LongStream.range(0, tiles(size >>> (8 * level)))
                        .mapToObj(index -> TilePath.Hashes.in(size, level, index))
                        .flatMap(Optional::stream));
        return Stream.concat(entries, hashes);
    }

    private static long tiles(long hashes) {
        return hashes / Tile.WIDTH + (hashes % Tile.WIDTH == 0 ? 0 : 1);
    }
}
