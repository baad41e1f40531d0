package org.liptako.node.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.liptako.node.cli.CommandFailure;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.vocabulary.VocabularyException;

/** A vocabulary that was named on the command line, under the option that named it. */
record VocabularyFile(String option, Path path) {
    /** As much as an edition's file may have. */
    private static final long MOST_BYTES = 16 << 20;

    /** What it says: the product's own words and, in a newer version, more. */
    Vocabulary vocabulary() {
        try {
            return Vocabulary.standard().orNewer(bytes());
        } catch (VocabularyException refused) {
            throw CommandFailure.badInput(
                    option + " : " + path + " : " + refused.wording().fr(),
                    option + ": " + path + ": " + refused.wording().en());
        }
    }

    /** Puts another in its place, or the first one there; only words that follow those that are there may replace them. */
    void write(byte[] file) {
        try {
            if (Files.exists(path)) {
                Vocabulary there = vocabulary();
                if (there.orNewer(file) == there && !Arrays.equals(file, bytes())) {
                    throw CommandFailure.refused(
                            option + " : " + path + " est d'une version plus récente ; il reste tel quel.",
                            option + ": " + path + " is of a newer version; it stays as it is.");
                }
            }
            Files.write(path, file);
        } catch (VocabularyException rival) {
            throw CommandFailure.refused(
                    option + " : " + path + " : " + rival.wording().fr(),
                    option + ": " + path + ": " + rival.wording().en());
        } catch (IOException unwritable) {
            throw CommandFailure.badInput(
                    option + " : " + path
                            + " ne peut pas être écrit ; donnez un fichier d'un dossier où vous pouvez écrire.",
                    option + ": " + path + " cannot be written; give a file in a directory that you may write to.");
        }
    }

    private byte[] bytes() {
        try {
            if (Files.size(path) <= MOST_BYTES) {
                return Files.readAllBytes(path);
            }
        } catch (IOException unreadable) {
            throw unusable();
        }
        throw unusable();
    }

    private CommandFailure unusable() {
        return CommandFailure.badInput(
                option + " : " + path + " : illisible, ou trop long pour un vocabulaire ; vérifiez le chemin.",
                option + ": " + path + ": unreadable, or too long for a vocabulary; check the path.");
    }
}
