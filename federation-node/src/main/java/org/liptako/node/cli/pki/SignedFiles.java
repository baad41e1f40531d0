package org.liptako.node.cli.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liptako.node.cli.CommandFailure;

/** Files that are signed, and files of signatures, read within limits. */
final class SignedFiles {
    /** Larger than any set of rules. */
    private static final long MAX_BYTES = 64 * 1024 * 1024;

    private SignedFiles() {}

    static byte[] read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw CommandFailure.badInput(
                        file + " dépasse 64 Mio : ce n'est pas un fichier que l'on signe.",
                        file + " is larger than 64 MiB: that is not a file to sign.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw CommandFailure.badInput(
                    file + " : illisible ; vérifiez le chemin.", file + ": cannot be read; check the path.");
        }
    }

    static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw CommandFailure.badInput(file + " : ne peut pas être écrit.", file + ": cannot be written.");
        }
    }
}
