package org.liptako.node.cli.paper;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.liptako.node.wire.Printable;

/** Words as they stand on a page: escaped for its markup, and with the apostrophes and spaces that French punctuation wants; at those spaces no line breaks. */
public final class PageText {
    private static final int MOST = 4_000;
    private static final String WIDE = "\u00a0";
    private static final String NARROW = "\u202f";

    /** In this order; a plain space before each of these marks, or after the first, is never a place to break a line. */
    private static final List<Map.Entry<String, String>> SPACES = List.of(
            Map.entry("« ", "«" + WIDE),
            Map.entry(" »", WIDE + "»"),
            Map.entry(" :", WIDE + ":"),
            Map.entry(" ;", NARROW + ";"),
            Map.entry(" ?", NARROW + "?"),
            Map.entry(" !", NARROW + "!"),
            Map.entry("n° ", "n°" + WIDE),
            Map.entry("art. ", "art." + WIDE),
            // Something cut short ends the sentence.
            Map.entry("….", "…"));

    /** Between letters, and after a plural. */
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L}|\\s)");

    private PageText() {}

    /** A text of anyone's. */
    public static String of(String text) {
        String set = APOSTROPHE.matcher(Printable.line(text, MOST)).replaceAll("\u2019");
        for (Map.Entry<String, String> space : SPACES) {
            set = set.replace(space.getKey(), space.getValue());
        }
        return escaped(set);
    }

    /** What is typed as it stands: a file's name, a command. */
    public static String exact(String text) {
        return escaped(Printable.line(text, MOST));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A digest in groups of eight digits, four to a line, for eyes that compare it. */
    public static String grouped(String hex) {
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < hex.length(); i += 8) {
            String between = i == 0 ? "" : i % 32 == 0 ? "<br/>" : " ";
            grouped.append(between).append(of(hex.substring(i, Math.min(hex.length(), i + 8))));
        }
        return grouped.toString();
    }
}
