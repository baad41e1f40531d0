package org.liptako.node.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.vocabulary.VocabularyException;

/** A second version of the vocabulary: a category of data, a fact and an obligation more. */
public final class TrialWords {
    private TrialWords() {}

    /** The file as an edition brings it. */
    public static SourceFile file() {
        return new SourceFile("vocabulaire.yaml", text().getBytes(UTF_8));
    }

    /** The vocabulary in the file. */
    public static Vocabulary second() {
        try {
            return Vocabulary.standard().followedBy(file().bytes());
        } catch (VocabularyException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text() {
        String next = with(first(), "version: 1", "version: 2");
        next = with(next, "MAIL: messagerie, ", "BIOMETRIC: biometrie, MAIL: messagerie, ");
        String banking = "BANKING: {fr: \"Banque\", en: \"Banking\"}, ";
        next = with(next, banking, "BIOMETRIC: {fr: \"Biométrie\", en: \"Biometric\"}, " + banking);
        next = with(next, "facts:\n", "facts:\n- {code: dataset.living, fr: jeu.vivant, type: boolean}\n");
        next = with(
                next,
                "  dataset.strategic: {fr",
                "  dataset.living: {fr: \"Jeu vivant\", en: \"Living dataset\"}\n  dataset.strategic: {fr");
        String obligations = "obligations:                  # labels; rule files may use other codes\n";
        return with(
                next,
                obligations,
                obligations
                        + "- {code: dire_la_version, fr: \"Dire la version\", en: \"Say the version\", days: 10}\n");
    }

    private static String with(String text, String place, String written) {
        if (!text.contains(place)) {
            throw new IllegalStateException("the vocabulary no longer says " + place);
        }
        return text.replace(place, written);
    }

    private static String first() {
        try (InputStream file = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("vocabulary.yaml"))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
