package org.liptako.policy.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A second version of the vocabulary: one more fact, one more value of a set, one inside an order, one more space and obligation. */
public final class NextVocabulary {
    private NextVocabulary() {}

    /** The file. */
    public static byte[] file() {
        return text().getBytes(UTF_8);
    }

    static String text() {
        String next = first().replace("version: 1", "version: 2");
        next = with(next, "MAIL: messagerie, ", "BIOMETRIC: biometrie, ");
        next = with(
                next,
                "BANKING: {fr: \"Banque\", en: \"Banking\"}, ",
                "BIOMETRIC: {fr: \"Biométrie\", en: \"Biometric\"}, ");
        next = with(next, "CONFIDENTIAL: confidentiel, ", "STRICT: strict, ");
        next = with(next, "SECRET: {fr: \"Secret\", en: \"Secret\"}, ", "STRICT: {fr: \"Strict\", en: \"Strict\"}, ");
        next = with(next, "facts:\n", "- {code: dataset.living, fr: jeu.vivant, type: boolean}\n");
        next = with(
                next,
                "  dataset.strategic: {fr",
                "",
                "  dataset.living: {fr: \"Jeu vivant\", en: \"Living dataset\"}\n");
        next = with(
                next,
                "spaces:                       # dated membership; dates are UTC days, `to` is the last day\n",
                "  SAHEL: [{members: [ML, BF, NE, TD, MR]}]\n");
        return with(
                next,
                "obligations:                  # labels; rule files may use other codes\n",
                "- {code: dire_la_version, fr: \"Dire la version\", en: \"Say the version\"}\n");
    }

    static String first() {
        try (InputStream file = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("vocabulary.yaml"))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String with(String text, String after, String added) {
        return with(text, after, added, "");
    }

    private static String with(String text, String place, String after, String before) {
        if (!text.contains(place)) {
            throw new IllegalStateException("the vocabulary no longer says " + place);
        }
        return text.replace(place, before + place + after);
    }
}
