package org.liptako.policy.schema;

import static org.liptako.policy.schema.SchemaNodes.allOf;
import static org.liptako.policy.schema.SchemaNodes.anyOf;
import static org.liptako.policy.schema.SchemaNodes.constant;
import static org.liptako.policy.schema.SchemaNodes.has;
import static org.liptako.policy.schema.SchemaNodes.ifThen;
import static org.liptako.policy.schema.SchemaNodes.labelled;
import static org.liptako.policy.schema.SchemaNodes.list;
import static org.liptako.policy.schema.SchemaNodes.map;
import static org.liptako.policy.schema.SchemaNodes.object;
import static org.liptako.policy.schema.SchemaNodes.oneOf;
import static org.liptako.policy.schema.SchemaNodes.ref;
import static org.liptako.policy.schema.SchemaNodes.where;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Space;
import org.liptako.policy.vocabulary.Vocabulary;

/** {@code champ} and {@code condition}: which forms a fact allows, and with which values. */
final class ConditionSchemas {
    private static final List<String> CONNECTIVES = List.of("tous", "un_de", "pas");
    private static final List<String> OPERATORS =
            List.of("est", "parmi", "uniquement", "au_moins", "au_plus", "egale", "dans");
    private static final List<String> BOUNDS = List.of("au_moins", "au_plus");

    private final Vocabulary vocabulary;

    ConditionSchemas(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Facts with a value, several, or a range. */
    ObjectNode scope() {
        ObjectNode lines = object();
        vocabulary.facts().forEach(fact -> lines.set(fact.name(), labelled(line(fact), fact.label())));
        return map(lines);
    }

    /** One form, with others inside it. */
    ObjectNode condition() {
        ObjectNode keys = object();
        keys.set("tous", list(ref("condition"), 1));
        keys.set("un_de", list(ref("condition"), 1));
        keys.set("pas", ref("condition"));
        keys.set("fait", ref("fait"));
        OPERATORS.forEach(operator -> keys.set(operator, BooleanNode.TRUE));
        ObjectNode condition = map(keys);
        List<JsonNode> further = new ArrayList<>();
        further.add(anyOf(Stream.concat(CONNECTIVES.stream(), Stream.of("fait"))
                .map(SchemaNodes::has)
                .toArray(JsonNode[]::new)));
        CONNECTIVES.forEach(one -> further.add(ifThen(has(one), object().put("maxProperties", 1))));
        further.add(ifThen(
                has("fait"), anyOf(OPERATORS.stream().map(SchemaNodes::has).toArray(JsonNode[]::new))));
        OPERATORS.stream()
                .filter(operator -> !BOUNDS.contains(operator))
                .forEach(operator -> further.add(ifThen(has(operator), object().put("maxProperties", 2))));
        vocabulary.facts().forEach(fact -> further.add(ifThen(where("fait", constant(fact.name())), said(fact))));
        condition.setAll(allOf(further));
        return condition;
    }

    private static ObjectNode line(Fact fact) {
        ObjectNode value = ValueSchemas.value(fact);
        if (!fact.type().isComparable()) {
            return anyOf(value, list(value.deepCopy(), 1));
        }
        return anyOf(value, list(value.deepCopy(), 1), map(bounds(fact)));
    }

    private static ObjectNode bounds(Fact fact) {
        ObjectNode bounds = object();
        BOUNDS.forEach(bound -> bounds.set(bound, ValueSchemas.value(fact)));
        return bounds;
    }

    /** What each operator takes of a fact; {@code false} is for one that the fact does not have. */
    private ObjectNode said(Fact fact) {
        ObjectNode keys = object();
        keys.set("est", ValueSchemas.value(fact));
        keys.set("parmi", list(ValueSchemas.value(fact), 1));
        keys.set("uniquement", fact.type().isSet() ? list(ValueSchemas.value(fact), 1) : BooleanNode.FALSE);
        BOUNDS.forEach(
                bound -> keys.set(bound, fact.type().isComparable() ? ValueSchemas.value(fact) : BooleanNode.FALSE));
        keys.set(
                "egale",
                oneOf(ValueSchemas.names(vocabulary.facts().stream()
                        .filter(fact::isComparableWith)
                        .toList())));
        keys.set(
                "dans",
                fact.type().isCountry()
                        ? oneOf(vocabulary.spaces().stream().map(Space::code).toList())
                        : BooleanNode.FALSE);
        ObjectNode said = object();
        said.set("properties", keys);
        return said;
    }
}
