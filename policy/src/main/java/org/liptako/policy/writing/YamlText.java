package org.liptako.policy.writing;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pieces of a rule file as text. A piece that begins with a line feed is a block below its key; any other stands behind the key. */
final class YamlText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

    private YamlText() {}

    /** A word as it is, anything else between quotes. */
    static String scalar(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    /** Between double quotes, whatever is inside. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (Character.isISOControl(point)) {
                        quoted.append("\\u%04X".formatted(point));
                    } else {
                        quoted.appendCodePoint(point);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    /** {@code [a, b]}. */
    static String list(List<String> texts) {
        return texts.stream().map(YamlText::scalar).collect(Collectors.joining(", ", "[", "]"));
    }

    /** {@code {fr: "…", en: "…"}}. */
    static String bilingual(String fr, String en) {
        return "{fr: %s, en: %s}".formatted(quoted(fr), quoted(en));
    }

    /** The piece with every line of its block moved to the right. */
    static String indented(String piece, int spaces) {
        return piece.replace("\n", "\n" + " ".repeat(spaces));
    }
}
