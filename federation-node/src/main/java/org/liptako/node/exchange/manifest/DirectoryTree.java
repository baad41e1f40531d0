package org.liptako.node.exchange.manifest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** Reads which files a directory holds. Links and special files are refused, not followed or left out: what is published is what is there. */
public final class DirectoryTree extends SimpleFileVisitor<Path> {
    private final Path directory;
    private final List<ManifestFile> files = new ArrayList<>();

    private DirectoryTree(Path directory) {
        this.directory = directory;
    }

    /**
     * The regular files below a directory, in the manifest's order.
     *
     * @throws Failure MANIFEST_REFUSED at the first thing that cannot be part of a version
     */
    public static FileList read(Path directory) throws IOException {
        DirectoryTree tree = new DirectoryTree(directory);
        Files.walkFileTree(directory, tree);
        tree.files.sort(Comparator.comparing(ManifestFile::path));
        return new FileList(tree.files);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        ManifestPath path = ManifestPath.of(directory, file);
        if (!attributes.isRegularFile()) {
            throw Failure.of(
                    ErrorCode.MANIFEST_REFUSED,
                    "« " + path + " » est un lien ou un fichier spécial ; mettez-y le fichier lui-même, ou retirez-le.",
                    "\"" + path + "\" is a link or a special file; put the file itself there, or take it out.");
        }
        if (files.size() == FileList.MOST_FILES) {
            throw Failure.of(
                    ErrorCode.MANIFEST_REFUSED,
                    "Le répertoire compte plus de " + FileList.MOST_FILES + " fichiers ; divisez le jeu de données.",
                    "The directory has more than " + FileList.MOST_FILES + " files; split the dataset.");
        }
        int mode = FileMode.of(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
        files.add(new ManifestFile(path, attributes.size(), mode));
        return FileVisitResult.CONTINUE;
    }
}
