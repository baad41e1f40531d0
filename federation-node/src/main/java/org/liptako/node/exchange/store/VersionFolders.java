package org.liptako.node.exchange.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;

/** How versions are filed: {@code <dataset>/<root>}. Both are identifiers of a narrow grammar, so neither can lead elsewhere. */
public final class VersionFolders {
    private VersionFolders() {}

    public static Path folder(Path directory, DatasetVersion version) {
        return directory
                .resolve(version.dataset().value())
                .resolve(version.root().value());
    }

    /** The dataset that a folder is named after; empty for a name that is none. */
    static Optional<DatasetId> dataset(Path folder) {
        try {
            return Optional.of(new DatasetId(folder.getFileName().toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The version that a folder of a dataset is named after; empty for a name that is none. */
    static Optional<DatasetVersion> version(Path folder, DatasetId dataset) {
        try {
            return Optional.of(new DatasetVersion(
                    dataset, new VersionRoot(folder.getFileName().toString())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The versions of a dataset that have a folder, whether or not it is whole; what else lies there, a file or a link under a version's
     * name too, is passed over.
     */
    public static List<DatasetVersion> list(Path directory, DatasetId dataset) throws IOException {
        Path folders = directory.resolve(dataset.value());
        if (!Presence.isDirectory(folders)) {
            return List.of();
        }
        List<DatasetVersion> versions = new ArrayList<>();
        for (Path entry : entries(folders)) {
            Optional<DatasetVersion> version = version(entry, dataset);
            if (version.isPresent() && Presence.isDirectory(entry)) {
                versions.add(version.get());
            }
        }
        return List.copyOf(versions);
    }

    private static List<Path> entries(Path folders) throws IOException {
        try (Stream<Path> entries = Files.list(folders)) {
            return entries.sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
