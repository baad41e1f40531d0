package org.liptako.policy.explain;

import java.util.Locale;
import java.util.regex.Pattern;

/** French as it is printed: typographic apostrophes, and spaces that never break inside guillemets and before double punctuation. */
public final class FrenchText {

    private static final char NARROW = '\u202F';
    private static final char WIDE = '\u00A0';

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L})");
    private static final Pattern AFTER_OPENING = Pattern.compile("« ");
    private static final Pattern BEFORE_NARROW = Pattern.compile(" ([»;!?])");
    private static final Pattern BEFORE_COLON = Pattern.compile(" :");

    private FrenchText() {}

    /** The text with French typography; a text that has it already is left as it is. */
    public static String of(String plain) {
        String text = APOSTROPHE.matcher(plain).replaceAll("’");
        text = AFTER_OPENING.matcher(text).replaceAll("«" + NARROW);
        text = BEFORE_NARROW.matcher(text).replaceAll(NARROW + "$1");
        return BEFORE_COLON.matcher(text).replaceAll(WIDE + ":");
    }

    /** The text with a capital at its beginning. */
    static String capital(String text) {
        int first = text.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toUpperCase(first))
                .append(text.substring(Character.charCount(first)))
                .toString();
    }

    /** The label of a value inside a sentence: "Très secret" is written "très secret". */
    static String inside(String label) {
        boolean acronym = label.length() > 1 && Character.isUpperCase(label.codePointAt(1));
        return acronym ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
