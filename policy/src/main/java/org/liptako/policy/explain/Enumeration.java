package org.liptako.policy.explain;

import java.util.List;
import java.util.function.Function;
import org.liptako.policy.vocabulary.Bilingual;

/** Several things in one sentence. */
public final class Enumeration {

    private Enumeration() {}

    /** "a, b et c". */
    public static Bilingual and(List<Bilingual> things) {
        return new Bilingual(joined(things, Bilingual::fr, " et "), joined(things, Bilingual::en, " and "));
    }

    /** "a, b ou c". */
    public static Bilingual or(List<Bilingual> things) {
        return new Bilingual(joined(things, Bilingual::fr, " ou "), joined(things, Bilingual::en, " or "));
    }

    private static String joined(List<Bilingual> things, Function<Bilingual, String> language, String last) {
        List<String> texts = things.stream().map(language).toList();
        int end = texts.size() - 1;
        return end < 1 ? String.join("", texts) : String.join(", ", texts.subList(0, end)) + last + texts.get(end);
    }
}
