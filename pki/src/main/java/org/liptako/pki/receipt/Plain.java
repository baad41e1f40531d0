package org.liptako.pki.receipt;

import java.util.regex.Pattern;

/** Texts of others, made fit for a line of a terminal or a page. */
final class Plain {
    private static final int MOST = 400;
    private static final Pattern OBEYED = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private Plain() {}

    /** A line as a terminal may have it: for each character that one would obey instead of showing it, a question mark. */
    static String safe(String line) {
        return OBEYED.matcher(line).replaceAll("?");
    }

    /** The text without control characters, cut where it is long. */
    static String line(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .limit(MOST)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return text.codePointCount(0, text.length()) > MOST ? plain.append('…').toString() : plain.toString();
    }
}
