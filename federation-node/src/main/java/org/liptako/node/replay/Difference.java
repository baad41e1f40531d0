package org.liptako.node.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where two documents first differ.
 *
 * @param field dotted, with places of lists in brackets
 * @param recorded what the record has there, as JSON; empty if it has nothing there
 * @param again what is found now; empty if nothing
 */
public record Difference(String field, String recorded, String again) {
    /** The first place, by keys in alphabetical order, at which the documents differ; empty if they are equal. */
    static Optional<Difference> between(String field, JsonNode recorded, JsonNode again) {
        if (recorded.equals(again)) {
            return Optional.empty();
        }
        if (recorded.isObject() && again.isObject()) {
            Set<String> keys = new TreeSet<>();
            add(recorded.fieldNames(), keys);
            add(again.fieldNames(), keys);
            return keys.stream()
                    .flatMap(key -> between(field + "." + key, recorded.path(key), again.path(key)).stream())
                    .findFirst();
        }
        if (recorded.isArray() && again.isArray()) {
            for (int i = 0; i < Math.max(recorded.size(), again.size()); i++) {
                Optional<Difference> inside = between(field + "[" + i + "]", recorded.path(i), again.path(i));
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.of(new Difference(field, text(recorded), text(again)));
    }

    private static void add(Iterator<String> names, Set<String> keys) {
        names.forEachRemaining(keys::add);
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? "" : node.toString();
    }
}
