package org.liptako.pki.tlog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the path of a tile is written and read, and which tiles there can be. */
final class TilePathText {
    private static final Pattern PATH = Pattern.compile(
            "tile/(?<level>[0-7]|entries)/(?<index>(?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/(?<width>[0-9]{1,3}))?");

    private TilePathText() {}

    static TilePath parse(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new MalformedLogException(
                    "Le chemin d'une tuile est tile/<niveau>/<n>[.p/<largeur>] ou tile/entries/<n>[.p/<largeur>].",
                    "A tile's path is tile/<level>/<n>[.p/<width>] or tile/entries/<n>[.p/<width>].");
        }
        // At most 18 digits: no long overflows.
        long index = Long.parseLong(parts.group("index").replace("x", "").replace("/", ""));
        String narrow = parts.group("width");
        int width = narrow == null ? Tile.WIDTH : Integer.parseInt(narrow);
        String level = parts.group("level");
        TilePath read = level.equals("entries")
                ? new TilePath.Entries(index, width)
                : new TilePath.Hashes(Integer.parseInt(level), index, width);
        if (!read.path().equals(path)) {
            throw new MalformedLogException(
                    "Le chemin d'une tuile ne s'écrit que d'une façon, et celle-ci est une autre.",
                    "A tile's path has one spelling, and this is another.");
        }
        return read;
    }

    /** How wide the tile at that place is when its level has so many hashes. */
    static Optional<Integer> widthIn(long hashes, long index) {
        boolean there = index >= 0 && index <= Long.MAX_VALUE / Tile.WIDTH && index * Tile.WIDTH < hashes;
        return there ? Optional.of((int) Math.min(Tile.WIDTH, hashes - index * Tile.WIDTH)) : Optional.empty();
    }

    static void check(int level, long index, int width) {
        if (width < 1 || width > Tile.WIDTH) {
            throw new MalformedLogException("Une tuile a une largeur de 1 à 256.", "A tile is 1 to 256 wide.");
        }
        // What it spans must end below 2^63, as Java's numbers of leaves do.
        if (index < 0 || index > Long.MAX_VALUE >> Math.min(63, Tile.HEIGHT * (level + 1))) {
            throw new MalformedLogException(
                    "Aucun arbre d'au plus 2^63 - 1 feuilles n'a cette tuile.",
                    "No tree of up to 2^63 - 1 leaves has that tile.");
        }
    }

    static String tail(long index, int width) {
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        return width == Tile.WIDTH
                ? path.toString()
                : path.append(".p/").append(width).toString();
    }
}
