package org.liptako.node.exchange.manifest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * Reads what a directory holds: regular files, links, empty directories. Links are not followed; what is neither is refused, not left
 * out: what is published is what is there. A file with several names (hard links) is as many files.
 */
public final class DirectoryTree extends SimpleFileVisitor<Path> {
    private final Path directory;
    private final TreeMap<ManifestPath, FileStamp> files = new TreeMap<>();
    private final List<ManifestLink> links = new ArrayList<>();
    private final Set<Path> empty = new HashSet<>();
    private final Map<Path, FileStamp> directories = new HashMap<>();

    private DirectoryTree(Path directory) {
        this.directory = directory;
    }

    /**
     * What lies below a directory, in the manifest's order.
     *
     * @throws Failure MANIFEST_REFUSED at the first thing that cannot be part of a version
     */
    public static SourceTree read(Path directory) throws IOException {
        DirectoryTree tree = new DirectoryTree(directory);
        Files.walkFileTree(directory, tree);
        tree.empty.remove(directory);
        tree.links.sort(Comparator.comparing(ManifestLink::path));
        List<ManifestPath> empty = tree.empty.stream()
                .map(path -> ManifestPath.of(directory, path))
                .sorted()
                .toList();
        List<ManifestFile> files = tree.files.entrySet().stream()
                .map(file -> file.getValue().file(file.getKey()))
                .toList();
        return new SourceTree(
                new FileList(files, tree.links, empty), List.copyOf(tree.files.values()), tree.directories);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
        hold(visited);
        empty.add(visited);
        directories.put(visited, FileStamp.of(visited));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        hold(file);
        ManifestPath path = ManifestPath.of(directory, file);
        if (attributes.isSymbolicLink()) {
            // A target that is not UTF-8 is refused as the path of a file would be.
            String target = Files.readSymbolicLink(file).toString();
            links.add(new ManifestLink(path, ManifestPath.readable(target)));
        } else if (attributes.isRegularFile()) {
            files.put(path, FileStamp.of(file));
        } else {
            throw Failure.of(
                    ErrorCode.MANIFEST_REFUSED,
                    "« " + path + " » est un périphérique, un tube ou une prise, et non un fichier ; retirez-le.",
                    "\"" + path + "\" is a device, a pipe or a socket, and no file; take it out.");
        }
        if (files.size() + links.size() > FileList.MOST_FILES) {
            throw Failure.of(
                    ErrorCode.MANIFEST_REFUSED,
                    "Le répertoire compte plus de " + FileList.MOST_FILES + " fichiers ; divisez le jeu de données.",
                    "The directory has more than " + FileList.MOST_FILES + " files; split the dataset.");
        }
        return FileVisitResult.CONTINUE;
    }

    private void hold(Path entry) {
        Path parent = entry.getParent();
        if (parent != null) {
            empty.remove(parent);
        }
    }
}
