package org.liptako.node.exchange.manifest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** Finds two paths of a version that some disk would take for one, or a file where another path needs a directory. Not thread-safe. */
final class PathCollisions {
    /** By what the path is on the disk that tells the fewest apart; directories are those that hold something, and empty ones. */
    private final Map<String, String> directories = new HashMap<>();

    private final FoldedPaths others;
    private String lastParent = "";
    private String lastFolded = "";

    private PathCollisions(FoldedPaths others) {
        this.others = others;
    }

    /**
     * Looks at all paths of a version, those of each kind in order.
     *
     * @throws Failure MANIFEST_REFUSED if two fall together
     */
    static void check(List<ManifestFile> files, List<ManifestLink> links, List<ManifestPath> directories) {
        try {
            new PathCollisions(new FoldedPaths.Marks(files.size() + links.size())).addAll(files, links, directories);
        } catch (Failure suspected) {
            // Two paths can have the same mark by chance: a closer look, which takes more memory, says which two meet,
            // if any.
            new PathCollisions(new FoldedPaths.Kept()).addAll(files, links, directories);
        }
    }

    private void addAll(List<ManifestFile> files, List<ManifestLink> links, List<ManifestPath> empty) {
        files.forEach(file -> addOther(file.path()));
        links.forEach(link -> addOther(link.path()));
        // Inner ones first: one that holds another is then seen not to be empty.
        empty.reversed().forEach(this::addEmpty);
        checkKinds();
    }

    /** @throws Failure MANIFEST_REFUSED if a path before falls together with this one */
    private void addOther(ManifestPath path) {
        String folded = addParents(path) + PortableName.folded(name(path.value()));
        Optional<String> before = others.add(folded, path.value());
        if (before.isPresent()) {
            throw collision(before.get(), path.value());
        }
    }

    /** @throws Failure MANIFEST_REFUSED if a path before falls together with this one, or lies in this directory */
    private void addEmpty(ManifestPath path) {
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

    private void checkKinds() {
        directories.forEach((folded, path) -> {
            if (others.has(folded)) {
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
            addDirectories(parent);
            lastParent = parent;
        }
        return lastFolded;
    }

    private void addDirectories(String parent) {
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
