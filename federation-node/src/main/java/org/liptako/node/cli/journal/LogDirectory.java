package org.liptako.node.cli.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.liptako.node.cli.CommandFailure;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.tlog.LogEntry;
import org.liptako.pki.tlog.TilePath;

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

    void write(String path, byte[] content) {
        Path file = directory.resolve(path);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.getParent());
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw CommandFailure.badInput(
                    "Le fichier " + file + " ne peut être écrit : vérifiez la place et les droits (" + e.getMessage()
                            + ").",
                    "The file " + file + " cannot be written: check the room and the permissions (" + e.getMessage()
                            + ").");
        }
    }
}
