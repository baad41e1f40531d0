package org.liptako.pki.receipt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.pki.evidence.Digest;

/**
 * A receipt's file line by line, for naming the field at fault where the file is no longer JSON: a field stands on a line of its own, and its digest in the seal.
 * What it says is a name for people, and never a reason to believe anything.
 */
final class FileLines {
    private static final String DIGESTS = "seal.digests.";
    private static final String HEAD = "      \"";
    // No field's own name is longer; what a stranger calls by a longer one would be repeated in every name below it.
    private static final int MOST_NAME = 64;

    /** A line that holds a field. */
    private record Field(String name, String value) {}

    private final List<Field> fields = new ArrayList<>();
    private final Map<String, String> digests = new HashMap<>();

    private FileLines(String file) {
        String list = "";
        int item = -1;
        for (String line : (Iterable<String>) file.lines()::iterator) {
            int colon = line.indexOf("\": ");
            int quote = line.indexOf('"');
            boolean named = colon > quote && quote >= 0 && colon - quote <= MOST_NAME;
            String key = named ? line.substring(quote + 1, colon) : "";
            if (line.startsWith("  \"")) {
                list = key;
                item = -1;
            } else if (line.equals("    {")) {
                item++;
            }
            String value = key.isEmpty() ? "" : unended(line.substring(colon + 3));
            if (!key.isEmpty() && !value.equals("{") && !value.equals("[")) {
                add(line, list, item, new Field(key, value));
            }
        }
    }

    /** The first field that is malformed, or is not the one that was sealed; empty where the lines tell of none. */
    static Optional<String> fault(String file) {
        return new FileLines(file).fault();
    }

    private void add(String line, String list, int item, Field field) {
        if (line.startsWith("  \"")) {
            fields.add(field);
        } else if (list.equals("seal") && line.startsWith(HEAD)) {
            digests.put(field.name(), field.value());
            fields.add(new Field(DIGESTS + field.name(), field.value()));
        } else {
            String place = item < 0 ? list : list + "[" + item + "]";
            fields.add(new Field(place + "." + field.name(), field.value()));
        }
    }

    private Optional<String> fault() {
        return fields.stream()
                .filter(field -> field.name().startsWith("seal.") ? !isWellFormed(field.value()) : !isSealed(field))
                .map(Field::name)
                .findFirst();
    }

    private boolean isSealed(Field field) {
        String digest = digests.getOrDefault(field.name(), "");
        String own = Digest.over(field.value().getBytes(StandardCharsets.UTF_8)).hex();
        boolean readable = digest.length() == own.length() + 2 && isWellFormed(digest);
        return readable ? digest.equals('"' + own + '"') : isWellFormed(field.value());
    }

    /** Whether it is a text, a list of texts or a number, as a receipt writes them. */
    private static boolean isWellFormed(String value) {
        if (value.startsWith("[")) {
            int at = 1;
            while (value.startsWith("\"", at)) {
                at = endOfText(value, at);
                if (at < 0) {
                    return false;
                }
                at = value.startsWith(", \"", at) ? at + 2 : at;
            }
            return at == value.length() - 1 && value.charAt(at) == ']';
        }
        return value.startsWith("\"")
                ? endOfText(value, 0) == value.length()
                : !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Where the text that begins there ends; -1 if it does not. */
    private static int endOfText(String value, int from) {
        for (int i = from + 1; i < value.length(); i++) {
            if (value.charAt(i) == '\\') {
                i++;
            } else if (value.charAt(i) == '"') {
                return i + 1;
            }
        }
        return -1;
    }

    private static String unended(String value) {
        return value.endsWith(",") ? value.substring(0, value.length() - 1) : value;
    }
}
