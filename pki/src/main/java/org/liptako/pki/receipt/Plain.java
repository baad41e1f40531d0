package org.liptako.pki.receipt;

/** Texts of others, made fit for a line of a terminal or a page. */
final class Plain {
    private static final int MOST = 400;

    private Plain() {}

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
