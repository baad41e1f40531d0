package org.liptako.node.cli.client;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Language;

/** What opens a key: read from a file, else asked at the terminal. */
public final class Passphrase {
    private static final int LONGEST = 1024;

    private Passphrase() {}

    /**
     * Reads it.
     *
     * @param file where it is written; null to ask for it
     * @param what is opened by it, as the person knows it
     */
    public static char[] read(@Nullable Path file, String what) {
        return file == null
                ? asked(what)
                        .orElseThrow(() -> CommandFailure.badInput(
                                "--passphrase-file : sans terminal, donnez un fichier qui contient la phrase secrète.",
                                "--passphrase-file: without a terminal, give a file that holds the passphrase."))
                : written(file);
    }

    private static char[] written(Path file) {
        try {
            if (Files.size(file) <= LONGEST) {
                return Files.readString(file, StandardCharsets.UTF_8).strip().toCharArray();
            }
        } catch (IOException e) {
            throw unusable(file);
        }
        throw unusable(file);
    }

    private static CommandFailure unusable(Path file) {
        return CommandFailure.badInput(
                "--passphrase-file " + file + " : illisible ; donnez un fichier de texte (UTF-8) d'au plus " + LONGEST
                        + " octets, que vous avez le droit de lire.",
                "--passphrase-file " + file + ": cannot be read; give a text file (UTF-8) of at most " + LONGEST
                        + " bytes that you may read.");
    }

    /**
     * Asks for it; empty where there is no terminal, or whoever sits there ends the input.
     *
     * @param what is opened by it, as the person knows it
     */
    @SuppressWarnings("SystemConsoleNull") // It still is null where there is no terminal and no console module.
    public static Optional<char[]> asked(String what) {
        Console console = System.console();
        return console == null || !console.isTerminal()
                ? Optional.empty()
                : Optional.ofNullable(console.readPassword(
                        "%s ",
                        Language.ofTerminal()
                                .choose(
                                        "Phrase secrète ou code (" + what + ") :",
                                        "Passphrase or PIN (" + what + "):")));
    }
}
