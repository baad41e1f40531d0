package org.liptako.node.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.liptako.node.wire.Printable;

/** Sentences broken into lines that fit the narrowest terminal. */
public final class Paragraph {
    private static final int WIDTH = 80;
    private static final Pattern WORDS = Pattern.compile(" ");

    private Paragraph() {}

    /** Prints a text, each of its lines as far from the edge. */
    public static void print(Screen screen, int indent, String text) {
        lines(text, WIDTH - indent).forEach(line -> screen.line(" ".repeat(indent) + line));
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
