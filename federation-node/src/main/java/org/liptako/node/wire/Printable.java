package org.liptako.node.wire;

import java.util.regex.Pattern;

/** Text of a caller or a peer as it may go into messages and logs: one line, without what a terminal would obey, and short. */
public final class Printable {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Z}]*");

    private Printable() {}

    /** Whether nothing of it would be seen. */
    public static boolean isBlank(String text) {
        return UNSEEN.matcher(text).matches();
    }

    /** The text, at most so many characters of it and a mark where there was more. */
    public static String line(String text, int most) {
        String head = text.length() > most ? text.substring(0, most) + "…" : text;
        return UNPRINTABLE.matcher(head).replaceAll("?");
    }
}
