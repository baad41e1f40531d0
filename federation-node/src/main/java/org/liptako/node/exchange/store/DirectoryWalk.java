package org.liptako.node.exchange.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.DatasetId;

/** Goes through a store's directory, entry by entry, down to the folders of versions; what lies in those is not looked at. */
final class DirectoryWalk {
    static final List<String> STEPS = List.of("sealed", "quarantine", "staging", "erasing");

    /** What else may lie in the directory: drafts of manifests, what this State has published, and what file systems make of themselves. */
    private static final Set<String> NEIGHBOURS = Set.of("drafts", "published", "lost+found");

    private final Path directory;
    private final StoreListing told;

    DirectoryWalk(Path directory, StoreListing told) {
        this.directory = directory;
        this.told = told;
    }

    void walk() throws IOException {
        try {
            steps();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private void steps() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = name(entry);
                if (STEPS.contains(name) && Presence.isDirectory(entry)) {
                    step(entry, name);
                } else if (!NEIGHBOURS.contains(name) && !StoreMark.NAMES.contains(name)) {
                    told.stranger(name);
                }
            }
        }
    }

    private void step(Path folder, String step) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                Optional<DatasetId> dataset = VersionFolders.dataset(entry);
                if (dataset.isPresent() && Presence.isDirectory(entry)) {
                    dataset(entry, step, dataset.get());
                } else {
                    told.stranger(step + "/" + name(entry));
                }
            }
        }
    }

    private void dataset(Path folder, String step, DatasetId dataset) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                Optional<DatasetVersion> version = VersionFolders.version(entry, dataset);
                if (version.isPresent() && Presence.isDirectory(entry)) {
                    told.version(version.get(), at(step, entry));
                } else {
                    told.stranger(step + "/" + dataset + "/" + name(entry));
                }
            }
        } catch (NoSuchFileException e) {
            if (Presence.isAnything(folder)) {
                throw e;
            }
            // The last version of the dataset was removed meanwhile.
        }
    }

    /** What a folder in the place of a step is. */
    static StoreStep at(String step, Path folder) throws IOException {
        return switch (step) {
            case "staging" -> StoreStep.STAGED;
            case "erasing" -> StoreStep.ERASING;
            default ->
                !ManifestFolder.exists(folder) || !Presence.isDirectory(folder.resolve("data"))
                        ? StoreStep.REMNANT
                        : step.equals("sealed") ? StoreStep.SEALED : StoreStep.QUARANTINED;
        };
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }
}
