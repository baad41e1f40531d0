package org.liptako.pki.tlog;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Which files a log of some size is made of, beside its checkpoint (C2SP tlog-tiles). A path never stands for other bytes: a tile that grows has another path. */
public final class LogPaths {
    private static final int MOST_LEVELS = TilePath.Hashes.MOST_LEVEL + 1;

    private LogPaths() {}

    /** All of them: the bundles of entries, then the tiles, level by level. */
    public static Stream<TilePath> of(long size) {
        return between(0, size);
    }

    /** Those that a log of an older size did not have. */
    public static Stream<TilePath> between(long older, long size) {
        Stream<TilePath> entries = LongStream.range(older / Tile.WIDTH, tiles(size))
                .mapToObj(index -> fresh(TilePath.Entries.in(older, index), TilePath.Entries.in(size, index)))
                .flatMap(Optional::stream);
        Stream<TilePath> hashes = IntStream.range(0, MOST_LEVELS)
                .boxed()
                .flatMap(level -> LongStream.range(
                                (older >>> (Tile.HEIGHT * level)) / Tile.WIDTH, tiles(size >>> (Tile.HEIGHT * level)))
                        .mapToObj(index ->
                                fresh(TilePath.Hashes.in(older, level, index), TilePath.Hashes.in(size, level, index)))
                        .flatMap(Optional::stream));
        return Stream.concat(entries, hashes);
    }

    /** Below which paths the narrower tiles and bundles lie that have become full since an older size, and need not be served any more. */
    public static Stream<String> filled(long older, long size) {
        return between(older, size).filter(path -> path.width() == Tile.WIDTH).map(path -> path.path() + ".p/");
    }

    private static Optional<TilePath> fresh(Optional<? extends TilePath> older, Optional<? extends TilePath> path) {
        return path.<TilePath>map(now -> now).filter(now -> !older.equals(path));
    }

    private static long tiles(long hashes) {
        return hashes / Tile.WIDTH + (hashes % Tile.WIDTH == 0 ? 0 : 1);
    }
}
