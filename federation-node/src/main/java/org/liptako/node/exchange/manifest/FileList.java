package org.liptako.node.exchange.manifest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * What a version consists of, each kind in the order of its paths. No two paths may fall together on any disk: neither the same path twice,
 * nor paths that differ only in what some disk does not tell apart, nor a file or a link where another path needs a directory. Links
 * lead to files and directories of the same list.
 *
 * @param directories those that are empty; all others are there because something lies in them
 */
public record FileList(List<ManifestFile> files, List<ManifestLink> links, List<ManifestPath> directories) {
    public static final int MOST_FILES = 1_000_000;

    /** An encrypted version has one file more than the version in clear: its catalogue. */
    static final int MOST_ENTRIES = MOST_FILES + 1;

    /** Of all paths together: what a receiver is ready to keep in memory. */
    public static final long MOST_PATH_CHARACTERS = 1L << 27;

    public FileList {
        files = files instanceof FileTable ? files : List.copyOf(files);
        links = List.copyOf(links);
        directories = List.copyOf(directories);
        checkEntries((long) files.size() + links.size() + directories.size());
        checkCharacters(charactersInOrder(files, ManifestFile::path)
                + charactersInOrder(links, ManifestLink::path)
                + charactersInOrder(directories, path -> path)
                + links.stream().mapToLong(link -> link.target().length()).sum());
        PathCollisions.check(files, links, directories);
        if (!links.isEmpty()) {
            links.forEach(new LinkTrail(files, links, directories)::check);
        }
    }

    /** Only regular files. */
    public FileList(List<ManifestFile> files) {
        this(files, List.of(), List.of());
    }

    /** How many files, links and empty directories there are. */
    public int entries() {
        return files.size() + links.size() + directories.size();
    }

    /** Whether there is nothing but regular files. */
    public boolean onlyFiles() {
        return links.isEmpty() && directories.isEmpty();
    }

    private static void checkEntries(long entries) {
        if (entries > MOST_ENTRIES) {
            throw tooMany(entries);
        }
    }

    /** That a version has more files than {@link #MOST_FILES}. */
    public static Failure tooMany(long entries) {
        return refused(
                "La version compte " + entries + " fichiers, plus de " + MOST_FILES + " ; divisez le jeu de données.",
                "The version has " + entries + " files, more than " + MOST_FILES + "; split the dataset.");
    }

    private static void checkCharacters(long characters) {
        if (characters > MOST_PATH_CHARACTERS) {
            throw refused(
                    "Les chemins de la version dépassent ensemble " + MOST_PATH_CHARACTERS
                            + " caractères ; divisez le jeu de données.",
                    "The paths of the version have together more than " + MOST_PATH_CHARACTERS
                            + " characters; split the dataset.");
        }
    }

    /** How many characters the paths have together, which must be in order. */
    private static <T> long charactersInOrder(List<T> entries, Function<T, ManifestPath> path) {
        long characters = 0;
        @Nullable ManifestPath before = null;
        for (T entry : entries) {
            ManifestPath next = path.apply(entry);
            if (before != null && before.compareTo(next) >= 0) {
                throw refused(
                        "Les chemins « " + before + " » et « " + next + " » sont identiques ou en désordre.",
                        "The paths \"" + before + "\" and \"" + next + "\" are the same or out of order.");
            }
            characters += next.value().length();
            before = next;
        }
        return characters;
    }

    private static Failure refused(String fr, String en) {
        return Failure.of(ErrorCode.MANIFEST_REFUSED, fr, en);
    }
}
