package org.liptako.pki.tlog;

import java.util.Optional;

/**
 * Where a tile or a bundle of entries is served, under the log's prefix: {@code tile/<level>/<n>[.p/<width>]} or
 * {@code tile/entries/<n>[.p/<width>]} (C2SP tlog-tiles, "Merkle Tree" and "Log entries").
 */
public sealed interface TilePath {

    /** The tile's place in its level, from 0. */
    long index();

    /** How many hashes or entries are in it: 256, or fewer in the last one of its level. */
    int width();

    /** The path as it is written, without leading slash. */
    String path();

    /**
     * A tile of hashes.
     *
     * @param level 0 for the leaves; no tree of up to 2^63 - 1 leaves has one above 7
     */
    record Hashes(int level, long index, int width) implements TilePath {
        static final int MOST_LEVEL = 7;

        /** @throws MalformedLogException if no tree has such a tile */
        public Hashes {
            if (level < 0 || level > MOST_LEVEL) {
                throw new MalformedLogException(
                        "Les tuiles sont aux niveaux 0 à " + MOST_LEVEL + ".",
                        "Tiles are at levels 0 to " + MOST_LEVEL + ".");
            }
            TilePathText.check(level, index, width);
        }

        /** The tile as it stands in a tree of that size, if the tree has it. */
        public static Optional<Hashes> in(long size, int level, long index) {
            return TilePathText.widthIn(size >> (Tile.HEIGHT * level), index)
                    .map(width -> new Hashes(level, index, width));
        }

        @Override
        public String path() {
            return "tile/" + level + "/" + TilePathText.tail(index, width);
        }
    }

    /** A bundle of entries. */
    record Entries(long index, int width) implements TilePath {
        /** @throws MalformedLogException if no log has such a bundle */
        public Entries {
            TilePathText.check(0, index, width);
        }

        /** The bundle as it stands in a log of that size, if the log has it. */
        public static Optional<Entries> in(long size, long index) {
            return TilePathText.widthIn(size, index).map(width -> new Entries(index, width));
        }

        @Override
        public String path() {
            return "tile/entries/" + TilePathText.tail(index, width);
        }
    }

    /**
     * What is served at that path.
     *
     * @throws MalformedLogException if the path is none, to the letter
     */
    static TilePath parse(String path) {
        return TilePathText.parse(path);
    }
}
