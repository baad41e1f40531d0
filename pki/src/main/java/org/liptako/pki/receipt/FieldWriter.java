package org.liptako.pki.receipt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liptako.pki.evidence.Digest;

/**
 * Writes JSON in one form: two spaces a level, a line a field, no escapes but those that must be. Remembers the digest of each field, and which field stands on
 * which line.
 */
final class FieldWriter {
    private final StringBuilder text;
    private final List<String> lines;
    private final Map<String, Digest> digests = new LinkedHashMap<>();
    private int depth;
    private boolean first = true;

    private FieldWriter(String text, List<String> lines) {
        this.text = new StringBuilder(text);
        this.lines = new ArrayList<>(lines);
    }

    static FieldWriter empty() {
        return new FieldWriter("", List.of());
    }

    /** One that writes on where this one stands, and leaves this one as it is; it knows the digests of its own fields only. */
    FieldWriter copy() {
        FieldWriter copy = new FieldWriter(text(), lines);
        copy.depth = depth;
        copy.first = first;
        return copy;
    }

    /** The text so far. */
    String text() {
        return text.toString();
    }

    /** SHA-256 of the value of each field so far, as it is written. */
    Map<String, Digest> digests() {
        return digests;
    }

    /** The name of the field on a line, from 0; empty for a brace. */
    String fieldOn(int line) {
        return line < lines.size() ? lines.get(line) : "";
    }

    /** Opens an object or a list; {@code key} is empty in a list. */
    void open(String key, char bracket) {
        begin("");
        name(key);
        text.append(bracket);
        depth++;
        first = true;
    }

    void close(char bracket) {
        depth--;
        if (!first) {
            newLine("");
        }
        text.append(bracket);
        first = false;
    }

    /** A field whose value is a text. */
    void text(String path, String key, String value) {
        leaf(path, key, quoted(value));
    }

    void number(String path, String key, long value) {
        leaf(path, key, Long.toString(value));
    }

    /** A field whose value is a list of texts, on one line. */
    void texts(String path, String key, List<String> values) {
        List<String> quoted = values.stream().map(FieldWriter::quoted).toList();
        leaf(path, key, "[" + String.join(", ", quoted) + "]");
    }

    private void leaf(String path, String key, String value) {
        begin(path);
        name(key);
        text.append(value);
        digests.put(path, Digest.over(value.getBytes(StandardCharsets.UTF_8)));
    }

    private void begin(String path) {
        if (depth == 0) {
            lines.add(path);
            return;
        }
        if (!first) {
            text.append(',');
        }
        newLine(path);
        first = false;
    }

    private void newLine(String path) {
        text.append('\n').repeat("  ", depth);
        lines.add(path);
    }

    private void name(String key) {
        if (!key.isEmpty()) {
            text.append(quoted(key)).append(": ");
        }
    }

    private static String quoted(String value) {
        if (value.chars().allMatch(c -> c >= 0x20 && c != '"' && c != '\\')) {
            return '"' + value + '"';
        }
        StringBuilder quoted = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (c < 0x20) {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
