package org.liptako.policy.rules;

/** A piece of a file as a sentence about it quotes it: short, on one line. */
public final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    /** The piece, cut where it is long. */
    public static String of(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
