package org.liptako.node.exchange.courier.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;

/**
 * The directory of a disk. Only the files that a disk has are looked at; what else lies there is counted and left alone. Nothing is read or written outside
 * it, whatever the links in it.
 *
 * @param directory without a link in it
 */
public record DiskFolder(Path directory) {
    /** What lies on a disk is bounded, or it is none of ours. */
    private static final int MOST_ENTRIES = 100_000;

    /**
     * The disk's directory.
     *
     * @param allowed the node's courier directory
     * @param directory relative to it
     * @throws Failure INVALID_REQUEST if there is no such directory below it
     */
    public static DiskFolder below(Path allowed, String directory) {
        try {
            Path real = allowed.toRealPath();
            Path disk = real.resolve(directory).toRealPath();
            if (disk.startsWith(real) && Files.isDirectory(disk)) {
                return new DiskFolder(disk);
            }
        } catch (IOException | InvalidPathException e) {
            throw outside(e);
        }
        throw outside(null);
    }

    /** What lies in the directory. */
    public Content content() throws IOException {
        List<Path> containers = new ArrayList<>();
        List<Path> strangers = new ArrayList<>();
        Path label = null;
        Path draft = null;
        int entries = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (++entries > MOST_ENTRIES) {
                    throw tooMany();
                } else if (DiskNames.isContainer(name)) {
                    containers.add(file);
                } else if (DiskNames.isLabel(name)) {
                    label = file;
                } else if (DiskNames.isDraft(name)) {
                    draft = file;
                } else if (!DiskNames.isSystems(name)) {
                    strangers.add(file);
                }
            }
        }
        containers.sort(null);
        strangers.sort(null);
        return new Content(Optional.ofNullable(label), containers, Optional.ofNullable(draft), strangers);
    }

    /**
     * The files of a directory.
     *
     * @param draft what a writer that was killed has left
     * @param strangers what no disk has
     */
    public record Content(Optional<Path> label, List<Path> containers, Optional<Path> draft, List<Path> strangers) {
        public Content {
            containers = List.copyOf(containers);
            strangers = List.copyOf(strangers);
        }
    }

    /** Where the next file is written. One that a killed writer left is removed. */
    public Path draft() throws IOException {
        Path draft = directory.resolve(DiskNames.DRAFT);
        if (Files.isRegularFile(draft, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(draft);
        }
        return draft;
    }

    /** Gives the draft its name; durable when this returns. */
    public void keep(Path draft, String name) throws IOException {
        Files.move(draft, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        Durable.force(directory);
    }

    /** Gives the draft of the label its name. */
    public void keepLabel() throws IOException {
        keep(directory.resolve(DiskNames.DRAFT), DiskNames.LABEL);
    }

    /** A file's name as this format writes it, whatever the file system has made of it. */
    public static String name(Path file) {
        return file.getFileName().toString().toUpperCase(Locale.ROOT);
    }

    public long freeBytes() throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    private static Failure outside(@Nullable Exception cause) {
        return new Failure(
                ErrorCode.INVALID_REQUEST,
                new Sentence(
                        "Ce répertoire n'existe pas sous le répertoire des disques de transport"
                                + " (liptako.exchange.courier-dir).",
                        "There is no such directory below the directory of courier disks"
                                + " (liptako.exchange.courier-dir)."),
                cause);
    }

    private static Failure tooMany() {
        return Failure.of(
                ErrorCode.DISK_REFUSED,
                "Le répertoire compte plus de " + MOST_ENTRIES
                        + " entrées : ce n'est pas celui d'un disque de transport.",
                "The directory has more than " + MOST_ENTRIES + " entries: it is no courier disk's.");
    }
}
