package org.liptako.node.exchange.cipher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.exchange.store.Presence;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** The files with the keys of datasets, one each, that the node alone may read; and the marks of those that ended. */
record KeyDirectory(Path directory) {
    private static final String ENDING = ".aes-siv.json";

    /** What a key that lies open is called from when its file is to be replaced until it is overwritten. */
    private static final String REPLACED = ".open";

    private static final String LOCK = ".lock";
    /** The lock is the process's, and tells two of its threads nothing of each other. */
    private static final Object IN_THIS_PROCESS = new Object();

    private static final long MOST_BYTES = 1 << 16;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    Path file(DatasetId dataset) {
        return directory.resolve(dataset + ENDING);
    }

    boolean has(DatasetId dataset) throws IOException {
        return Presence.isAnything(file(dataset));
    }

    /** The datasets that have a key here. */
    List<DatasetId> datasets() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.flatMap(file -> dataset(String.valueOf(file.getFileName())).stream())
                    .sorted(Comparator.comparing(DatasetId::value))
                    .toList();
        }
    }

    private static Optional<DatasetId> dataset(String name) {
        try {
            return name.endsWith(ENDING)
                    ? Optional.of(new DatasetId(name.substring(0, name.length() - ENDING.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Something that changes files. */
    @FunctionalInterface
    interface Change {
        void make() throws IOException;
    }

    /** Makes a change unless another process of this State, which has the same directory, is at it. */
    void alone(Change change) throws IOException {
        change(change, FileChannel::tryLock);
    }

    /** Makes a change once no other process of this State is at one. */
    void inTurn(Change change) throws IOException {
        change(change, FileChannel::lock);
    }

    /** How the lock is taken. */
    @FunctionalInterface
    private interface Locking {
        @Nullable
        FileLock lock(FileChannel file) throws IOException;
    }

    private void change(Change change, Locking locking) throws IOException {
        Durable.directory(directory.toAbsolutePath());
        synchronized (IN_THIS_PROCESS) {
            try (FileChannel file = FileChannel.open(
                            directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = locking.lock(file)) {
                if (lock != null) {
                    change.make();
                }
            }
        }
    }

    /** @throws Failure NOT_READY if others than the node may read it */
    String read(DatasetId dataset) throws IOException {
        Path file = file(dataset);
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "La clé " + file.getFileName()
                            + " est lisible par d'autres que le nœud ; mettez ses droits à 0600.",
                    "The key " + file.getFileName() + " can be read by others than the node; set its mode to 0600.");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("The key file " + file + " is over 64 KiB.");
        }
        return Files.readString(file);
    }

    /** Makes the file, durable; one that is there already stays as it is, and a key that has ended gets no other. */
    void create(DatasetId dataset, String text) throws IOException {
        inTurn(() -> {
            if (!isMarked(dataset)) {
                make(dataset, text);
            }
        });
    }

    private void make(DatasetId dataset, String text) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = Files.createTempFile(directory, "new-", ".json", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
            out.force(true);
        }
        try {
            // A link, not a move: a key that exists is never written over.
            Files.createLink(file(dataset), draft);
        } catch (FileAlreadyExistsException e) {
            // Another process of this State was first; its key counts.
        } finally {
            Files.delete(draft);
        }
        Durable.force(directory);
    }

    /**
     * Puts a text in the place of a key that lies open, which keeps another name until {@link #forget}: whenever this breaks off, the key is there, open or in the
     * new text.
     */
    void replace(DatasetId dataset, String text) throws IOException {
        Path replaced = replaced(dataset);
        if (!Presence.isAnything(replaced)) {
            Files.createLink(replaced, file(dataset));
            Durable.force(directory);
        } else if (!Files.isSameFile(file(dataset), replaced)) {
            throw new IOException("There are two keys of " + dataset + ": " + file(dataset) + " and " + replaced
                    + "; keep the right one by the first name, and remove the other.");
        }
        Durable.write(file(dataset), text.getBytes(UTF_8));
        forget(dataset);
    }

    /** Whether a key that lay open, and was replaced, is there still. */
    boolean hasReplaced(DatasetId dataset) throws IOException {
        return Presence.isAnything(replaced(dataset));
    }

    /** Overwrites what was replaced. */
    void forget(DatasetId dataset) throws IOException {
        if (Files.isSameFile(file(dataset), replaced(dataset))) {
            throw new IOException("The key of " + dataset + " was not replaced.");
        }
        erase(replaced(dataset));
    }

    boolean isMarked(DatasetId dataset) throws IOException {
        return Presence.isAnything(mark(dataset));
    }

    /** Marks a key as ended, then writes over whatever there is of it and removes it. May be repeated. */
    void end(DatasetId dataset) throws IOException {
        // Another process may be about to put the key under its token: what it wrote later would be the key again.
        inTurn(() -> markAndErase(dataset));
    }

    private void markAndErase(DatasetId dataset) throws IOException {
        if (!isMarked(dataset)) {
            Durable.write(mark(dataset), new byte[0]);
        }
        Path file = file(dataset);
        for (Path path : List.of(replaced(dataset), file.resolveSibling(file.getFileName() + ".new"), file)) {
            if (Presence.isAnything(path)) {
                erase(path);
            }
        }
    }

    private void erase(Path file) throws IOException {
        try (FileChannel key = FileChannel.open(file, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer zeros = ByteBuffer.allocate(Math.toIntExact(key.size()));
            for (long position = 0; zeros.hasRemaining(); ) {
                position += key.write(zeros, position);
            }
            key.force(true);
        }
        Files.delete(file);
        Durable.force(directory);
    }

    private Path mark(DatasetId dataset) {
        return directory.resolve(dataset + ".destroyed");
    }

    private Path replaced(DatasetId dataset) {
        return directory.resolve(dataset + ENDING + REPLACED);
    }
}
