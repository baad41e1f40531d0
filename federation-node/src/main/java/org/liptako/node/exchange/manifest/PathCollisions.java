package org.liptako.node.exchange.manifest;

import java.util.HashMap;
import java.util.Map;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** Finds two paths of a version that some disk would take for one, or a file where another path needs a directory. Not thread-safe. */
final class PathCollisions {
    /** By what the path is on the disk that tells the fewest apart; directories are those that hold something, and empty ones. */
    private final Map<String, String> directories = new HashMap<>();

    private final Map<String, String> others = new HashMap<>();
    private String lastParent = "";
    private String lastFolded = "";

    /** @throws Failure MANIFEST_REFUSED if a path before falls together with this one */
    void addOther(ManifestPath path) {
        String folded = addParents(path) + PortableName.folded(name(path.value()));
        String before = others.putIfAbsent(folded, path.value());
        if (before != null) {
            throw collision(before, path.value());
        }
    }

    /** @throws Failure MANIFEST_REFUSED if a path before falls together with this one, or lies in this directory */
    void addEmpty(ManifestPath path) {
        String folded = addParents(path) + PortableName.folded(name(path.value()));
        String before = directories.putIfAbsent(folded, path.value());
        if (before != null) {
            throw before.equals(path.value())
                    ? refused(
                            "Le répertoire « " + path + " » est dit vide et ne l'est pas.",
                            "The directory \"" + path + "\" is said to be empty and is not.")
                    : collision(before, path.value());
        }
    }

    /** To be called once all paths were added. */
    void checkKinds() {
        others.forEach((folded, path) -> {
            if (directories.containsKey(folded)) {
                throw refused(
                        "Le chemin « " + path
                                + " » désigne à la fois un fichier et un répertoire ; renommez l'un des deux.",
                        "The path \"" + path + "\" is both a file and a directory; rename one.");
            }
        });
    }

    /** Adds the directories above a path, and returns what the innermost is on that disk, with a slash. */
    private String addParents(ManifestPath path) {
        String value = path.value();
        int end = value.lastIndexOf('/');
        if (end < 0) {
            return "";
        }
        String parent = value.substring(0, end);
        if (!parent.equals(lastParent)) {
            addAll(parent);
            lastParent = parent;
        }
        return lastFolded;
    }

    private void addAll(String parent) {
        StringBuilder folded = new StringBuilder();
        int from = 0;
        while (from <= parent.length()) {
            int slash = parent.indexOf('/', from);
            int end = slash < 0 ? parent.length() : slash;
            folded.append(PortableName.folded(parent.substring(from, end)));
            String directory = parent.substring(0, end);
            String before = directories.putIfAbsent(folded.toString(), directory);
            if (before != null && !before.equals(directory)) {
                throw collision(before, directory);
            }
            folded.append('/');
            from = end + 1;
        }
        lastFolded = folded.toString();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
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
