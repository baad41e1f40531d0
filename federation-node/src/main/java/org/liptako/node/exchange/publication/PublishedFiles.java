package org.liptako.node.exchange.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.ManifestLink;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.exchange.store.Presence;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** The files of a published version where the operator put them. */
final class PublishedFiles {
    private PublishedFiles() {}

    /** Removes them; a directory that holds something else stays. */
    static void erase(Path origin, FileList list) throws IOException {
        for (ManifestLink link : list.links()) {
            eraseFile(origin, link.path());
        }
        for (ManifestFile file : list.files()) {
            eraseFile(origin, file.path());
        }
        for (ManifestPath empty : list.directories()) {
            Path directory = empty.below(origin);
            if (isEmpty(directory) && !leadsAway(origin, directory)) {
                Durable.remove(directory);
            }
        }
    }

    private static void eraseFile(Path origin, ManifestPath path) throws IOException {
        Path file = path.below(origin);
        if (leadsAway(origin, file)) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "« " + path
                            + " » n'est plus dans son répertoire, mais derrière un lien : rien d'autre n'est effacé ;"
                            + " remettez le répertoire à sa place.",
                    "\"" + path + "\" is no longer in its directory, but behind a link: nothing more is erased; put the"
                            + " directory back in its place.");
        }
        Durable.remove(file);
    }

    /** Whether a directory between the two has become a link: what lies there was never published. */
    private static boolean leadsAway(Path origin, Path file) throws IOException {
        for (Path above = file.getParent(); above != null && !above.equals(origin); above = above.getParent()) {
            if (Presence.isLink(above)) {
                return true;
            }
        }
        return false;
    }

    /** Something that came later is not of the version. */
    private static boolean isEmpty(Path directory) throws IOException {
        if (!Presence.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }
}
