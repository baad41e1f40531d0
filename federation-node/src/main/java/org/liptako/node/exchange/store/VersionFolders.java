package org.liptako.node.exchange.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
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

    /** The versions of a dataset that have a folder, whether or not it is whole. */
    public static List<DatasetVersion> list(Path directory, DatasetId dataset) throws IOException {
        Path folders = directory.resolve(dataset.value());
        if (!Files.isDirectory(folders, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folders)) {
            return entries.sorted()
                    .map(entry -> new DatasetVersion(
                            dataset, new VersionRoot(entry.getFileName().toString())))
                    .toList();
        }
    }
}
