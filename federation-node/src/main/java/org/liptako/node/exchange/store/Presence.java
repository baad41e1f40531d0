package org.liptako.node.exchange.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * What lies in a place, links not followed. Only what the disk says is not there counts as absent: a place that cannot be looked at, for
 * want of rights or because the disk is ill, is a fault, for whoever takes a copy there for gone withdraws a sound one.
 */
public final class Presence {
    private Presence() {}

    public static boolean isDirectory(Path place) throws IOException {
        return at(place).filter(BasicFileAttributes::isDirectory).isPresent();
    }

    public static boolean isFile(Path place) throws IOException {
        return at(place).filter(BasicFileAttributes::isRegularFile).isPresent();
    }

    public static boolean isLink(Path place) throws IOException {
        return at(place).filter(BasicFileAttributes::isSymbolicLink).isPresent();
    }

    public static boolean isAnything(Path place) throws IOException {
        return at(place).isPresent();
    }

    private static Optional<BasicFileAttributes> at(Path place) throws IOException {
        try {
            return Optional.of(Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (FileSystemException e) {
            // Java has no exception of its own for what lies below a file.
            if ("Not a directory".equals(e.getReason())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
