package org.liptako.node.placement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactType;
import org.liptako.policy.vocabulary.Vocabulary;

/** Writes what somebody has filled in as a facts document. Whether it is one is for its reader to say. */
final class MadeUpFacts {
    private MadeUpFacts() {}

    static String document(Map<String, List<String>> said, Vocabulary vocabulary, Instant at) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("at", at.truncatedTo(ChronoUnit.SECONDS).toString());
        said.forEach((code, values) -> {
            int dot = code.indexOf('.');
            put(
                    dot < 0 ? document : group(document, code.substring(0, dot)),
                    code.substring(dot + 1),
                    vocabulary.fact(code),
                    values);
        });
        return document.toString();
    }

    private static ObjectNode group(ObjectNode document, String name) {
        return document.get(name) instanceof ObjectNode there ? there : document.putObject(name);
    }

    private static void put(ObjectNode group, String key, Optional<Fact> fact, List<String> values) {
        FactType type = fact.map(Fact::type).orElse(FactType.IDENTIFIER);
        String first = values.getFirst();
        switch (type) {
            case SET -> {
                ArrayNode members = group.putArray(key);
                values.forEach(members::add);
            }
            case BOOLEAN -> {
                if (first.equals("true") || first.equals("false")) {
                    group.put(key, first.equals("true"));
                } else {
                    group.put(key, first);
                }
            }
            case INTEGER -> {
                try {
                    group.put(key, Long.parseLong(first));
                } catch (NumberFormatException noNumber) {
                    group.put(key, first);
                }
            }
            case ENUM, ORDERED, COUNTRY, IDENTIFIER -> group.put(key, first);
        }
    }
}
