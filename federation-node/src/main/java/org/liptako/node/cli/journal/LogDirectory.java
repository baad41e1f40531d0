package org.liptako.node.cli.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.liptako.node.cli.CommandFailure;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.LogEntry;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.tlog.TilePath;
import org.liptako.pki.tlog.audit.DirectoryFiles;

/** The directory that a journal is exported to. A file appears in one step, whole. */
record LogDirectory(Path directory) {

    /** Whether a file is there in its full length; one that an export broke off has another name. */
    boolean has(TilePath path) {
        long length = switch (path) {
            case TilePath.Hashes hashes -> (long) hashes.width() * Digest.LENGTH;
            case TilePath.Entries entries -> (long) entries.width() * (Short.BYTES + LogEntry.BYTES);
        };
        try {
            Path file = directory.resolve(path.path());
            return Files.isRegularFile(file) && Files.size(file) == length;
        } catch (IOException e) {
            return false;
        }
    }

    /** The checkpoint of the export that is there; empty in a new directory. */
    Optional<Checkpoint> kept() {
        Path file = directory.resolve("checkpoint");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return new DirectoryFiles(directory)
                    .read("checkpoint")
                    .map(note -> Checkpoint.parse(SignedNote.parse(note).text()));
        } catch (MalformedLogException e) {
            throw unreadable(file, e.french(), e.english());
        } catch (UncheckedIOException e) {
            throw unreadable(file, "Le fichier ne s'ouvre pas.", "The file does not open.");
        }
    }

    private static CommandFailure unreadable(Path file, String french, String english) {
        return CommandFailure.refused(
                file + " ne peut être lu comme un point de contrôle ; ce dossier reste tel quel, exportez dans un"
                        + " autre. " + french,
                file + " cannot be read as a checkpoint; this directory stays as it is, export to another. " + english);
    }

    void write(String path, byte[] content) {
        Path file = directory.resolve(path);
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(file.getParent());
            try {
                onDisk(draft, content);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw CommandFailure.badInput(
                    "Le fichier " + file + " ne peut être écrit : vérifiez la place et les droits (" + e.getMessage()
                            + ").",
                    "The file " + file + " cannot be written: check the room and the permissions (" + e.getMessage()
                            + ").");
        }
    }

    private static void onDisk(Path draft, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
