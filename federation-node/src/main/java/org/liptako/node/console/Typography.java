package org.liptako.node.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** French as it is printed: the marks that stand apart from a word do so by a space at which no line is broken. */
final class Typography {
    private static final String THIN = "\u202f";
    private static final String WIDE = "\u00a0";
    private static final Pattern BEFORE_TALL_MARKS = Pattern.compile(" ([;!?%])");
    private static final Pattern BEFORE_COLON = Pattern.compile(" :(?=\\s|$)");
    private static final Pattern OPENING = Pattern.compile("«[ \u00a0\u202f]?");
    private static final Pattern CLOSING = Pattern.compile("[ \u00a0\u202f]?»");

    private Typography() {}

    /** A text in which such spaces are ordinary ones, with those that it should have (Lexique de l'Imprimerie nationale, « Ponctuation »). */
    static String french(String text) {
        String tall = BEFORE_TALL_MARKS.matcher(text).replaceAll(THIN + "$1");
        String colon = BEFORE_COLON.matcher(tall).replaceAll(Matcher.quoteReplacement(WIDE + ":"));
        String opened = OPENING.matcher(colon).replaceAll("«" + WIDE);
        return CLOSING.matcher(opened).replaceAll(WIDE + "»");
    }
}
