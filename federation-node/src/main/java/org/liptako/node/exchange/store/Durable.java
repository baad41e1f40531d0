package org.liptako.node.exchange.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes to a directory tree that are on the disk when the call returns: a name is durable only once its directory was synced. */
public final class Durable {
    static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final int BUFFER_BYTES = 1 << 16;

    private Durable() {}

    /** What is to be in a file. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    public static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Returns if the file system of a directory still takes changes. An ext4 that could not write its journal has lost changes, and yet lets
     * each sync pass of which it has told another (seen on Linux 6.18): only the next change meets it. So what was synced before this
     * returns is on the disk.
     */
    static void mustTakeChanges(Path directory) throws IOException {
        Path change = directory.resolve("change");
        Files.deleteIfExists(change);
        Files.createFile(change, OWNER_FILE);
        Files.delete(change);
    }

    /** Makes a directory and those above it that are missing, and syncs each parent. */
    public static void directory(Path directory) throws IOException {
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path parent = parent(directory);
        directory(parent);
        make(directory);
        force(parent);
    }

    /** Makes a directory in one that is there, unless it is there itself; the disk has its name once the caller has synced the one above. */
    static void make(Path directory) throws IOException {
        try {
            Files.createDirectory(directory, OWNER_DIRECTORY);
        } catch (FileAlreadyExistsException e) {
            // Another transfer of the same dataset made it meanwhile; it must be a directory all the same.
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
    }

    /** Writes a small file whole: a reader sees the old content or the new, never a part. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /** Writes a file whole, whatever its size: a reader sees the old content or the new, never a part. */
    public static void write(Path file, Content content) throws IOException {
        fill(file, content);
        force(parent(file));
    }

    /** As {@link #write(Path, Content)}, but the disk has the new content under the file's name only once the caller has synced its directory. */
    static void fill(Path file, Content content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel channel =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_FILE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
            content.write(out);
            out.flush();
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Renames a directory; its new parent is made if need be. */
    public static void move(Path from, Path to) throws IOException {
        directory(parent(to));
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        force(parent(to));
        force(parent(from));
        mustTakeChanges(to);
    }

    /** Removes a tree, following no link, and checks that it is gone. */
    public static void remove(Path tree) throws IOException {
        if (!Presence.isAnything(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
        force(parent(tree));
        if (Presence.isAnything(tree)) {
            throw new IOException(tree + " is still there after its removal.");
        }
    }

    static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(path + " has no parent directory.");
        }
        return parent;
    }
}
