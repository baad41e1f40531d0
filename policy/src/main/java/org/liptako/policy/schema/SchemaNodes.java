package org.liptako.policy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.liptako.policy.vocabulary.Bilingual;

/** The few shapes that the schemas are built of (JSON Schema, Draft 2020-12). */
final class SchemaNodes {
    static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SchemaNodes() {}

    static ObjectNode object() {
        return JSON.objectNode();
    }

    /** A whole schema, with its name, its title and its description. */
    static ObjectNode root(String name, Bilingual title) {
        ObjectNode root = object();
        root.put("$schema", DRAFT);
        root.put("$id", "urn:liptako:schema:" + name);
        root.put("title", title.fr());
        root.put("description", title.en());
        return root;
    }

    static ObjectNode ref(String definition) {
        return object().put("$ref", "#/$defs/" + definition);
    }

    static ObjectNode oneOf(Collection<String> words) {
        ObjectNode node = object();
        words.forEach(node.putArray("enum")::add);
        return node;
    }

    static ObjectNode constant(String word) {
        return object().put("const", word);
    }

    static ObjectNode text(String pattern) {
        return object().put("type", "string").put("pattern", pattern);
    }

    static ObjectNode anyOf(JsonNode... schemas) {
        return several("anyOf", List.of(schemas));
    }

    static ObjectNode allOf(Collection<? extends JsonNode> schemas) {
        return several("allOf", schemas);
    }

    static ObjectNode list(JsonNode items, int least) {
        ObjectNode node = object().put("type", "array");
        if (least > 0) {
            node.put("minItems", least);
        }
        node.set("items", items);
        return node;
    }

    /** A map of known keys. */
    static ObjectNode map(ObjectNode properties, String... required) {
        ObjectNode node = object().put("type", "object").put("additionalProperties", false);
        if (required.length > 0) {
            List.of(required).forEach(node.putArray("required")::add);
        } else {
            node.put("minProperties", 1);
        }
        node.set("properties", properties);
        return node;
    }

    /** Holds where a property is one of these words. */
    static ObjectNode where(String property, JsonNode value) {
        ObjectNode node = object();
        node.set("properties", object().set(property, value));
        node.putArray("required").add(property);
        return node;
    }

    static ObjectNode has(String property) {
        ObjectNode node = object();
        node.putArray("required").add(property);
        return node;
    }

    static ObjectNode hasNot(String property) {
        ObjectNode node = object();
        node.set("not", has(property));
        return node;
    }

    static ObjectNode ifThen(JsonNode condition, JsonNode then) {
        ObjectNode node = object();
        node.set("if", condition);
        node.set("then", then);
        return node;
    }

    /** With what an editor shows of it: its name in French, and in English below. */
    static ObjectNode labelled(ObjectNode node, Bilingual label) {
        return node.put("title", label.fr()).put("description", label.en());
    }

    private static ObjectNode several(String keyword, Collection<? extends JsonNode> schemas) {
        ObjectNode node = object();
        ArrayNode list = node.putArray(keyword);
        schemas.forEach(list::add);
        return node;
    }
}
