package org.liptako.node.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.liptako.node.wire.Printable;

/** Sentences broken into lines that fit the terminal; longer ones are hard to read, and shorter ones hardly possible. */
public final class Paragraph {
    private static final int USUAL = 80;
    private static final int NARROW = 40;
    /** Set by the launcher where stdout is a terminal. */
    private static final String COLUMNS = "liptako.columns";

    private static final Pattern WORDS = Pattern.compile(" ");

    private Paragraph() {}

    /** How wide lines may be. */
    public static int width() {
        return Math.clamp(Integer.getInteger(COLUMNS, USUAL), NARROW, USUAL);
    }

    /** Prints a text, each of its lines as far from the edge. */
    public static void print(Screen screen, int indent, String text) {
        lines(text, width() - indent).forEach(line -> screen.line(" ".repeat(indent) + line));
    }

    /** The lines of a text; a word that is longer than a line stays whole, for it is there to be copied. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (var word :
                WORDS.splitAsStream(Printable.line(text, Integer.MAX_VALUE)).toList()) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
