package org.liptako.node.exchange.manifest;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * The files of a version in the order of their paths. No two of them may fall together on any disk: neither the same path twice, nor
 * paths that differ only in case or in Unicode composition, nor a file where another needs a directory.
 */
public record FileList(List<ManifestFile> files) {
    static final int MOST_FILES = 1_000_000;

    /** Of all paths together: what a receiver is ready to keep in memory. */
    public static final long MOST_PATH_CHARACTERS = 1L << 27;

    public FileList {
        files = List.copyOf(files);
        if (files.size() > MOST_FILES) {
            throw refused(
                    "La version compte " + files.size() + " fichiers, plus de " + MOST_FILES
                            + " ; divisez le jeu de données.",
                    "The version has " + files.size() + " files, more than " + MOST_FILES + "; split the dataset.");
        }
        if (files.stream().mapToLong(file -> file.path().value().length()).sum() > MOST_PATH_CHARACTERS) {
            throw refused(
                    "Les chemins de la version dépassent ensemble " + MOST_PATH_CHARACTERS
                            + " caractères ; divisez le jeu de données.",
                    "The paths of the version have together more than " + MOST_PATH_CHARACTERS
                            + " characters; split the dataset.");
        }
        checkOrder(files);
        checkCollisions(files);
    }

    /** Bytes of all files together. */
    public long bytes() {
        return files.stream().mapToLong(ManifestFile::size).reduce(0, Math::addExact);
    }

    private static void checkOrder(List<ManifestFile> files) {
        for (int i = 1; i < files.size(); i++) {
            ManifestPath before = files.get(i - 1).path();
            ManifestPath path = files.get(i).path();
            if (before.compareTo(path) >= 0) {
                throw refused(
                        "Les chemins « " + before + " » et « " + path + " » sont identiques ou en désordre.",
                        "The paths \"" + before + "\" and \"" + path + "\" are the same or out of order.");
            }
        }
    }

    private static void checkCollisions(List<ManifestFile> files) {
        Map<String, String> paths = new HashMap<>();
        Map<String, String> directories = new HashMap<>();
        for (ManifestFile file : files) {
            List<String> names = file.path().names();
            StringBuilder prefix = new StringBuilder();
            for (String name : names.subList(0, names.size() - 1)) {
                String directory = prefix.append(name).toString();
                String other = directories.putIfAbsent(folded(directory), directory);
                if (other != null && !other.equals(directory)) {
                    throw collision(other, directory);
                }
                prefix.append('/');
            }
            String path = file.path().value();
            String other = paths.putIfAbsent(folded(path), path);
            if (other != null) {
                throw collision(other, path);
            }
        }
        checkKinds(paths, directories);
    }

    private static void checkKinds(Map<String, String> paths, Map<String, String> directories) {
        paths.forEach((folded, path) -> {
            if (directories.containsKey(folded)) {
                throw refused(
                        "Le chemin « " + path
                                + " » désigne à la fois un fichier et un répertoire ; renommez l'un des deux.",
                        "The path \"" + path + "\" is both a file and a directory; rename one.");
            }
        });
    }

    /** Upper, then lower case: some letters meet only one way. */
    private static String folded(String path) {
        String composed = Normalizer.normalize(path, Normalizer.Form.NFKC);
        return Normalizer.normalize(composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    private static Failure collision(String one, String other) {
        return refused(
                "Les chemins « " + one + " » et « " + other
                        + " » se confondraient sur certains disques ; renommez l'un des deux.",
                "The paths \"" + one + "\" and \"" + other + "\" would fall together on some disks; rename one.");
    }

    private static Failure refused(String fr, String en) {
        return Failure.of(ErrorCode.MANIFEST_REFUSED, fr, en);
    }
}
