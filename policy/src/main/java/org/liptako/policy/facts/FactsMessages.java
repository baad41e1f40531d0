package org.liptako.policy.facts;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactWord;
import org.liptako.policy.vocabulary.Range;

/** What is said of a facts document that is not taken. What the document itself says is quoted short. */
final class FactsMessages {

    private static final int LONGEST_QUOTE = 40;

    private FactsMessages() {}

    static Bilingual instantMissing() {
        return new Bilingual(
                "L'instant « at » manque : donnez-le, par exemple 2026-07-01T00:00:00Z.",
                "The instant \"at\" is missing: give it, for instance 2026-07-01T00:00:00Z.");
    }

    static Bilingual instantMalformed() {
        return new Bilingual(
                "L'instant « at » est mal écrit : écrivez AAAA-MM-JJThh:mm:ss, au plus neuf décimales, puis Z ou ±hh:mm.",
                "The instant \"at\" is malformed: write YYYY-MM-DDThh:mm:ss, at most nine decimals, then Z or ±hh:mm.");
    }

    static Bilingual instantOutOfRange() {
        return new Bilingual(
                "L'instant « at » sort des années 1970 à 2199 : donnez un instant de cet intervalle.",
                "The instant \"at\" is outside the years 1970 to 2199: give an instant within them.");
    }

    static Bilingual unknownValue(Fact fact, String value) {
        String values = fact.words().stream().map(FactWord::code).collect(Collectors.joining(", "));
        return new Bilingual(
                "« %s » n'est pas une valeur de %s : choisissez parmi %s.".formatted(quote(value), fact, values),
                "\"%s\" is not a value of %s: choose one of %s.".formatted(quote(value), fact, values));
    }

    static Bilingual wrongType(Fact fact) {
        Bilingual expected = expected(fact);
        return new Bilingual(
                "%s n'a pas le bon type : donnez %s.".formatted(fact, expected.fr()),
                "%s has the wrong type: give %s.".formatted(fact, expected.en()));
    }

    static Bilingual numberOutOfRange(Fact fact) {
        Range range = fact.range();
        return new Bilingual(
                "%s sort de ses bornes : donnez un nombre de %d à %d.".formatted(fact, range.min(), range.max()),
                "%s is out of range: give a number from %d to %d.".formatted(fact, range.min(), range.max()));
    }

    static Bilingual notACountry(String code) {
        return new Bilingual(
                "« %s » n'est pas un code de pays : donnez un code ISO 3166-1 de deux lettres majuscules, par exemple ML."
                        .formatted(quote(code)),
                "\"%s\" is not a country code: give an ISO 3166-1 code of two capital letters, such as ML."
                        .formatted(quote(code)));
    }

    static Bilingual notAMemberState(String code) {
        return new Bilingual(
                "« %s » n'est pas un État membre : donnez ML, BF ou NE.".formatted(quote(code)),
                "\"%s\" is not a member State: give ML, BF or NE.".formatted(quote(code)));
    }

    static Bilingual emptyIdentifier() {
        return new Bilingual(
                "L'identifiant est vide : donnez-le, ou retirez la clé s'il est inconnu.",
                "The identifier is empty: give it, or take the key out if it is unknown.");
    }

    static Bilingual loneSurrogate() {
        return new Bilingual(
                "Le texte contient une moitié de paire de substitution : donnez du texte Unicode valide.",
                "The text has half of a surrogate pair: give valid Unicode text.");
    }

    static Bilingual unknownKey(String code, @Nullable String closest) {
        return closest == null
                ? new Bilingual(
                        "Le fait « %s » n'existe pas : retirez-le, ou corrigez son nom.".formatted(quote(code)),
                        "There is no fact \"%s\": take it out, or correct its name.".formatted(quote(code)))
                : new Bilingual(
                        "Le fait « %s » n'existe pas : vouliez-vous dire « %s » ?".formatted(quote(code), closest),
                        "There is no fact \"%s\": did you mean \"%s\"?".formatted(quote(code), closest));
    }

    static Bilingual dottedKey(String code) {
        int dot = code.lastIndexOf('.');
        String group = code.substring(0, dot);
        String key = code.substring(dot + 1);
        return new Bilingual(
                "La clé « %s » contient un point : mettez « %s » dans le groupe « %s ».".formatted(code, key, group),
                "The key \"%s\" has a dot in it: put \"%s\" in the group \"%s\".".formatted(code, key, group));
    }

    static Bilingual duplicateKey(String code) {
        return new Bilingual(
                "« %s » est donné deux fois : ne gardez qu'une valeur.".formatted(quote(code)),
                "\"%s\" is given twice: keep one value only.".formatted(quote(code)));
    }

    static Bilingual groupExpected(String group) {
        return new Bilingual(
                "« %s » doit être un objet JSON : mettez-y ses faits, ou retirez la clé.".formatted(group),
                "\"%s\" must be a JSON object: put its facts in it, or take the key out.".formatted(group));
    }

    static Bilingual notAnObject() {
        return new Bilingual(
                "Le document n'est pas un objet JSON valide : donnez un seul objet, en UTF-8.",
                "The document is not a valid JSON object: give a single object, in UTF-8.");
    }

    static Bilingual tooLong(int most) {
        return new Bilingual(
                "Le document dépasse %d octets : retirez-en ce qui n'est pas un fait.".formatted(most),
                "The document is over %d bytes: take out what is not a fact.".formatted(most));
    }

    private static Bilingual expected(Fact fact) {
        return switch (fact.type()) {
            case ENUM, ORDERED ->
                new Bilingual("l'une de ses valeurs, entre guillemets", "one of its values, in quotes");
            case SET -> new Bilingual("une liste de ses valeurs", "an array of its values");
            case BOOLEAN -> new Bilingual("true ou false", "true or false");
            case COUNTRY -> new Bilingual("un code de pays entre guillemets", "a country code in quotes");
            case INTEGER ->
                new Bilingual(
                        "un nombre entier de 64 bits, sans décimale ni exposant",
                        "a whole number of 64 bits, without fraction or exponent");
            case IDENTIFIER -> new Bilingual("un texte entre guillemets", "a string in quotes");
        };
    }

    private static String quote(String text) {
        String writable = CodePoints.writable(text);
        return writable.codePointCount(0, writable.length()) <= LONGEST_QUOTE
                ? writable
                : writable.substring(0, writable.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}
