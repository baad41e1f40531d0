package org.liptako.policy.opa;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * JSON in the one form over which OPA computes the digest of a bundle's structured files: keys in the order of their UTF-8 bytes, no white space, strings
 * escaped as Go's {@code encoding/json} does without HTML escapes (OPA, Bundles, "Signature Format").
 */
final class CanonicalJson {
    /** The order of code points is that of their UTF-8 bytes; that of Java's chars is not, beyond the basic plane. */
    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(text -> text.codePoints().toArray(), Arrays::compare);

    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    static byte[] bytes(JsonNode document) {
        CanonicalJson json = new CanonicalJson();
        json.write(document);
        return json.text.toString().getBytes(UTF_8);
    }

    private void write(JsonNode node) {
        if (node.isObject()) {
            writeObject(node);
        } else if (node.isArray()) {
            writeArray(node);
        } else if (node.isTextual()) {
            writeString(node.textValue());
        } else {
            text.append(node);
        }
    }

    private void writeObject(JsonNode node) {
        List<Map.Entry<String, JsonNode>> members = node.properties().stream()
                .sorted(Map.Entry.comparingByKey(BY_BYTES))
                .toList();
        text.append('{');
        String comma = "";
        for (Map.Entry<String, JsonNode> member : members) {
            text.append(comma);
            writeString(member.getKey());
            text.append(':');
            write(member.getValue());
            comma = ",";
        }
        text.append('}');
    }

    private void writeArray(JsonNode node) {
        text.append('[');
        for (Iterator<JsonNode> items = node.elements(); items.hasNext(); ) {
            write(items.next());
            if (items.hasNext()) {
                text.append(',');
            }
        }
        text.append(']');
    }

    private void writeString(String value) {
        text.append('"');
        value.chars().forEach(unit -> writeUnit((char) unit));
        text.append('"');
    }

    private void writeUnit(char unit) {
        switch (unit) {
            case '"', '\\' -> text.append('\\').append(unit);
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (unit < ' ' || unit == '\u2028' || unit == '\u2029') {
                    text.append("\\u%04x".formatted((int) unit));
                } else {
                    text.append(unit);
                }
            }
        }
    }
}
