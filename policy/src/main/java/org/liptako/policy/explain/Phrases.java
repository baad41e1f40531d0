package org.liptako.policy.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Space;

/** How facts and spaces stand in a sentence. A fact that a newer vocabulary added is called by its label. */
final class Phrases {

    private static final Properties FRENCH = read("phrases_fr.properties");
    private static final Properties ENGLISH = read("phrases_en.properties");

    private Phrases() {}

    /** The fact with its article, such as "l'État du lieu". */
    static Bilingual noun(Fact fact) {
        return of(
                fact.code(),
                new Bilingual(
                        "le fait « " + fact.label().fr() + " »",
                        "the fact \"" + fact.label().en() + "\""));
    }

    /** The whole sentence for a boolean fact. */
    static Bilingual flag(Fact fact, boolean value) {
        return of(fact.code() + (value ? ".yes" : ".no"), spelt(fact, value));
    }

    static Bilingual space(Space space) {
        return of("space." + space.code(), new Bilingual("l'espace " + space.code(), "the space " + space.code()));
    }

    private static Bilingual spelt(Fact fact, boolean value) {
        Bilingual noun = noun(fact);
        return value
                ? new Bilingual(noun.fr() + " est vrai", noun.en() + " is true")
                : new Bilingual(noun.fr() + " est faux", noun.en() + " is false");
    }

    private static Bilingual of(String key, Bilingual otherwise) {
        return new Bilingual(FRENCH.getProperty(key, otherwise.fr()), ENGLISH.getProperty(key, otherwise.en()));
    }

    private static Properties read(String name) {
        Properties phrases = new Properties();
        try (InputStream file = Phrases.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from the module");
            }
            phrases.load(new InputStreamReader(file, UTF_8));
            return phrases;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
