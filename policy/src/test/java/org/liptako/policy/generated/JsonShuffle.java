package org.liptako.policy.generated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Puts the keys of a facts document and the members of its sets into another order. */
public record JsonShuffle(Random random) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** The same facts, written otherwise. */
    public String shuffled(String document) throws JsonProcessingException {
        return MAPPER.writeValueAsString(shuffled(MAPPER.readTree(document)));
    }

    private JsonNode shuffled(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
                Collections.shuffle(fields, random);
                ObjectNode shuffled = MAPPER.createObjectNode();
                fields.forEach(field -> shuffled.set(field.getKey(), shuffled(field.getValue())));
                yield shuffled;
            }
            case ArrayNode array -> {
                List<JsonNode> members = new ArrayList<>();
                array.forEach(members::add);
                Collections.shuffle(members, random);
                yield MAPPER.createArrayNode().addAll(members);
            }
            default -> node;
        };
    }
}
