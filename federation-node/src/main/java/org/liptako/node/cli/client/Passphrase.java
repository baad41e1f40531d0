package org.liptako.node.cli.client;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Language;

/** What opens a person's key: read from a file, else asked at the terminal. */
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
        return file == null ? typed(what) : written(file);
    }

    private static char[] written(Path file) {
        try {
            String text = Files.size(file) > LONGEST ? "" : Files.readString(file, StandardCharsets.UTF_8);
            return text.strip().toCharArray();
        } catch (IOException e) {
            throw CommandFailure.badInput(
                    "--passphrase-file " + file + " : illisible.", "--passphrase-file " + file + ": cannot be read.");
        }
    }

    @SuppressWarnings("SystemConsoleNull") // It still is null where there is no terminal and no console module.
    private static char[] typed(String what) {
        Console console = System.console();
        char[] typed = console == null || !console.isTerminal()
                ? null
                : console.readPassword(
                        "%s ",
                        Language.ofTerminal()
                                .choose(
                                        "Phrase secrète ou code de " + what + " :",
                                        "Passphrase or PIN of " + what + ":"));
        if (typed == null) {
            throw CommandFailure.badInput(
                    "--passphrase-file : sans terminal, donnez un fichier qui contient la phrase secrète.",
                    "--passphrase-file: without a terminal, give a file that holds the passphrase.");
        }
        return typed;
    }
}
