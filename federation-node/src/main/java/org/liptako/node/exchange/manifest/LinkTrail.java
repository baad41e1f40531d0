package org.liptako.node.exchange.manifest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.liptako.node.wire.Failure;

/**
 * Follows the links of a version as a file system would, from name to name and through other links, without a file system: each must end at
 * a file or directory of the same version, and may not leave it on the way.
 */
final class LinkTrail {
    /** As many as Linux follows before it speaks of a loop. */
    private static final int MOST_LINKS = 40;

    private static final int MOST_NAMES = 1_024;

    /** Of all links together: what a receiver is ready to look at for a stranger's manifest. */
    private static final int MOST_NAMES_IN_ALL = 2_000_000;

    private final Map<String, ManifestLink> links = new HashMap<>();
    private final Set<String> files = new HashSet<>();
    private final Set<String> directories = new HashSet<>();
    private int passedInAll;

    LinkTrail(List<ManifestFile> files, List<ManifestLink> links, List<ManifestPath> empty) {
        links.forEach(link -> {
            this.links.put(link.path().value(), link);
            addParents(link.path());
        });
        files.forEach(file -> {
            this.files.add(file.path().value());
            addParents(file.path());
        });
        empty.forEach(directory -> {
            directories.add(directory.value());
            addParents(directory);
        });
    }

    /** @throws Failure MANIFEST_REFUSED if the link leads out, nowhere, or in a circle */
    void check(ManifestLink link) {
        List<String> here = new ArrayList<>(link.path().names());
        here.removeLast();
        Deque<String> ahead = new ArrayDeque<>();
        turn(link, ahead);
        int followed = 1;
        for (int passed = 0; !ahead.isEmpty(); passed++) {
            if (passed > MOST_NAMES) {
                throw circle(link);
            }
            if (++passedInAll > MOST_NAMES_IN_ALL) {
                throw link.refused(
                        "les liens de la version sont ensemble trop longs à suivre",
                        "the links of the version take too long to follow, all together");
            }
            Step step = step(link, here, ahead.pop());
            if (step == Step.LINK) {
                if (++followed > MOST_LINKS) {
                    throw circle(link);
                }
                turn(linkAt(here), ahead);
                here.removeLast();
            } else if (step == Step.FILE && !ahead.isEmpty()) {
                throw nowhere(link);
            }
        }
    }

    private enum Step {
        DIRECTORY,
        FILE,
        LINK
    }

    private Step step(ManifestLink link, List<String> here, String name) {
        if (name.equals("..")) {
            if (here.isEmpty()) {
                throw link.refused("il sort du jeu de données", "it leads out of the dataset");
            }
            here.removeLast();
            return Step.DIRECTORY;
        }
        if (name.isEmpty() || name.equals(".")) {
            return Step.DIRECTORY;
        }
        here.addLast(name);
        String at = String.join("/", here);
        if (links.containsKey(at)) {
            return Step.LINK;
        }
        if (files.contains(at)) {
            return Step.FILE;
        }
        if (!directories.contains(at)) {
            throw nowhere(link);
        }
        return Step.DIRECTORY;
    }

    private ManifestLink linkAt(List<String> here) {
        return Objects.requireNonNull(links.get(String.join("/", here)));
    }

    private static void turn(ManifestLink link, Deque<String> ahead) {
        String[] names = link.target().split("/", -1);
        for (int i = names.length - 1; i >= 0; i--) {
            ahead.push(names[i]);
        }
    }

    private void addParents(ManifestPath path) {
        String value = path.value();
        for (int slash = value.lastIndexOf('/'); slash > 0; slash = value.lastIndexOf('/', slash - 1)) {
            if (!directories.add(value.substring(0, slash))) {
                return;
            }
        }
    }

    private static Failure nowhere(ManifestLink link) {
        return link.refused(
                "il ne mène à aucun fichier ni répertoire de la version",
                "it leads to no file or directory of the version");
    }

    private static Failure circle(ManifestLink link) {
        return link.refused("il tourne en rond", "it leads in a circle");
    }
}
