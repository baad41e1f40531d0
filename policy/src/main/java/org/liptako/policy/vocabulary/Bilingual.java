package org.liptako.policy.vocabulary;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.function.Function;

/** One text in French and in English, as every legal officer, operator or regulator may read it. */
public record Bilingual(String fr, String en) {

    public Bilingual {
        requireNonNull(fr, "fr is null");
        requireNonNull(en, "en is null");
    }

    /** Both texts with their {@code %s} and {@code %d} filled in; an argument that is bilingual says its own part in each. */
    public Bilingual with(Object... arguments) {
        return new Bilingual(
                fr.formatted(inside(arguments, Bilingual::fr)), en.formatted(inside(arguments, Bilingual::en)));
    }

    private static Object[] inside(Object[] arguments, Function<Bilingual, String> language) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Bilingual bilingual ? language.apply(bilingual) : argument)
                .toArray();
    }
}
