package org.liptako.pki.ceremony;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.issuing.KeyFiles;
import org.liptako.pki.issuing.Secret;

/**
 * Where the secrets of a declaration come from: {@code prompt}, or a file that only its owner reads.
 *
 * @param prompt asks the person at the keyboard for the secret of a place that it is told
 */
public record Secrets(Function<String, char[]> prompt) {
    private static final long MAX_BYTES = 1024;

    Secret of(String declared, String place, Path directory) {
        return declared.equals("prompt") ? () -> prompt.apply(place) : () -> read(directory.resolve(declared));
    }

    private static char[] read(Path file) {
        KeyFiles.requirePrivate(file);
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IssuingException(
                        "Le secret de " + file + " a plus de " + MAX_BYTES
                                + " octets : donnez le fichier qui n'a que le secret.",
                        "The secret in " + file + " has more than " + MAX_BYTES
                                + " bytes: give the file that has the secret alone.");
            }
            return Files.readString(file, StandardCharsets.UTF_8).strip().toCharArray();
        } catch (IOException e) {
            throw new IssuingException(
                    "Le secret de " + file + " ne peut être lu : est-ce un fichier de texte (UTF-8) ?",
                    "The secret in " + file + " cannot be read: is it a text file (UTF-8)?",
                    e);
        }
    }
}
