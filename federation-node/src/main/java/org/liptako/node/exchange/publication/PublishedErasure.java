package org.liptako.node.exchange.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.ManifestLink;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.exchange.store.Presence;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * Erases the files of a dataset's versions in the directories that they were published from. Where nothing at all is found, a disk that is
 * not mounted cannot be told from files that were removed by hand, and nothing counts as erased. Goes on after a kill.
 */
final class PublishedErasure {
    /** Beside a version's manifest, once its files were seen: from then on what is gone was removed by this. */
    private static final String BEGUN = "erasing";

    private PublishedErasure() {}

    /**
     * A version that was published from a directory.
     *
     * @param folder where its manifest lies
     */
    record Origin(Path folder, Path directory, FileList list) {
        private boolean isBegun() throws IOException {
            return Presence.isFile(folder.resolve(BEGUN)) && Presence.isDirectory(directory);
        }

        /** Whether anything of it is there, or there is nothing that could be. */
        private boolean isThere() throws IOException {
            List<ManifestPath> paths = paths().toList();
            for (ManifestPath path : paths) {
                if (Presence.isAnything(path.below(directory))) {
                    return true;
                }
            }
            return paths.isEmpty();
        }

        private Stream<ManifestPath> paths() {
            return Stream.concat(
                    list.files().stream().map(ManifestFile::path),
                    list.links().stream().map(ManifestLink::path));
        }
    }

    /**
     * Erases all of them.
     *
     * @throws Failure if of one of the directories nothing is there; no file of any is then removed
     */
    static void run(List<Origin> origins) throws IOException {
        for (List<Origin> together : byDirectory(origins).values()) {
            mustBeThere(together);
        }
        for (Origin origin : origins) {
            Durable.write(origin.folder().resolve(BEGUN), new byte[0]);
        }
        for (Origin origin : origins) {
            PublishedFiles.erase(origin.directory(), origin.list());
        }
    }

    /** A version that is published again: its files were put back. */
    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(BEGUN));
    }

    /** Of a version that another from the same directory has followed, nothing may be left. */
    private static Map<Path, List<Origin>> byDirectory(List<Origin> origins) {
        Map<Path, List<Origin>> versions = new LinkedHashMap<>();
        for (Origin origin : origins) {
            versions.merge(
                    origin.directory(),
                    List.of(origin),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
        }
        return versions;
    }

    private static void mustBeThere(List<Origin> together) throws IOException {
        for (Origin origin : together) {
            if (origin.isBegun() || origin.isThere()) {
                return;
            }
        }
        Origin first = together.getFirst();
        String missing = first.paths().findFirst().orElseThrow().value();
        throw Failure.of(
                ErrorCode.NOT_READY,
                "De ce qui fut publié depuis " + first.directory()
                        + " rien n'y est : rien n'est effacé, car un disque qui n'est pas monté ne se distingue pas de"
                        + " fichiers retirés à la main. Montez le disque ; s'ils ont été retirés, mettez à leur place"
                        + " un fichier vide nommé « " + missing + " », et répétez.",
                "Nothing of what was published from " + first.directory()
                        + " is there: nothing is erased, for a disk that is not mounted cannot be told from files that"
                        + " were removed by hand. Mount the disk; if they were removed, put an empty file named \""
                        + missing + "\" in their place, and repeat.");
    }
}
