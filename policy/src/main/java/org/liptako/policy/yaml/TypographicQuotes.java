package org.liptako.policy.yaml;

import java.util.Optional;

/**
 * The quotes that word processors put in the place of straight ones. YAML takes them for letters: {@code “oui”} is a word of five characters.
 *
 * @param first the one that opens
 * @param last the one that closes
 */
record TypographicQuotes(String first, String last) {
    private static final String OPENING = "“”„«»‘‚‹";
    private static final String CLOSING = "””“»«’‘›";

    /** Those in which a value is wrapped: at its two ends, and nowhere within. */
    static Optional<TypographicQuotes> around(String text) {
        if (text.length() < 2) {
            return Optional.empty();
        }
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        String within = text.substring(1, text.length() - 1);
        return pair(first, last) && within.indexOf(first) < 0 && within.indexOf(last) < 0
                ? Optional.of(new TypographicQuotes(String.valueOf(first), String.valueOf(last)))
                : Optional.empty();
    }

    private static boolean pair(char first, char last) {
        for (int i = 0; i < OPENING.length(); i++) {
            if (OPENING.charAt(i) == first && CLOSING.charAt(i) == last) {
                return true;
            }
        }
        return false;
    }
}
