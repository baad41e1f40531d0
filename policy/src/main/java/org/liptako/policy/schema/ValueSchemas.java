package org.liptako.policy.schema;

import static org.liptako.policy.schema.SchemaNodes.anyOf;
import static org.liptako.policy.schema.SchemaNodes.object;
import static org.liptako.policy.schema.SchemaNodes.oneOf;
import static org.liptako.policy.schema.SchemaNodes.ref;
import static org.liptako.policy.schema.SchemaNodes.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactWord;
import org.liptako.policy.vocabulary.Range;
import org.liptako.policy.vocabulary.Vocabulary;

/** What may stand as a value, by the type of its fact. An editor takes {@code 3} for a number where the rules take it for a text: both are admitted. */
final class ValueSchemas {
    private ValueSchemas() {}

    /** What the other schemas refer to. */
    static ObjectNode definitions(Vocabulary vocabulary) {
        ObjectNode definitions = object();
        definitions.set("texte", anyOf(text("\\S"), object().put("type", "number"), object().put("type", "boolean")));
        definitions.set("jour", text("^(19[7-9][0-9]|2[01][0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"));
        definitions.set("pays", oneOf(Countries.codes()));
        definitions.set("fait", oneOf(names(vocabulary.facts())));
        return definitions;
    }

    static ObjectNode value(Fact fact) {
        return switch (fact.type()) {
            case ENUM, ORDERED, SET ->
                oneOf(fact.words().stream().map(FactWord::word).toList());
            case BOOLEAN -> oneOf(List.of("oui", "non"));
            case COUNTRY -> ref("pays");
            case INTEGER -> whole(fact.range());
            case IDENTIFIER -> ref("texte");
        };
    }

    static List<String> names(List<Fact> facts) {
        return facts.stream().map(Fact::name).toList();
    }

    private static ObjectNode whole(Range range) {
        ObjectNode number =
                object().put("type", "integer").put("minimum", range.min()).put("maximum", range.max());
        return anyOf(number, text("^-?(0|[1-9][0-9]{0,18})$"));
    }
}
