package org.liptako.node.exchange.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Set;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.FileMode;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.ManifestLink;
import org.liptako.node.exchange.manifest.ManifestPath;

/**
 * Gives a replica whose chunks are all there what else its manifest names: modes, empty directories, links. Links come last of all, so that
 * nothing is ever written through one. May be repeated.
 */
public final class TreeFinish {
    private TreeFinish() {}

    /** Applies all that the list says of a directory whose files are there. */
    public static void apply(Path data, FileList list) throws IOException {
        for (ManifestFile file : list.files()) {
            applyMode(file.path().below(data), FileMode.permissions(file.mode()));
        }
        for (ManifestPath directory : list.directories()) {
            Durable.directory(directory.below(data));
        }
        Set<Path> changed = new HashSet<>();
        for (ManifestLink link : list.links()) {
            Path path = link.path().below(data);
            Path directory = Durable.parent(path);
            Durable.directory(directory);
            Files.deleteIfExists(path);
            Files.createSymbolicLink(path, path.getFileSystem().getPath(link.target()));
            changed.add(directory);
        }
        for (Path directory : changed) {
            Durable.force(directory);
        }
    }

    /** Most files have their mode since they were made; one that is set now is on the disk when this returns. */
    private static void applyMode(Path file, Set<PosixFilePermission> mode) throws IOException {
        if (!Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).equals(mode)) {
            Files.setPosixFilePermissions(file, mode);
            Durable.force(file);
        }
    }
}
