package org.liptako.policy.schema;

import static org.liptako.policy.schema.SchemaNodes.anyOf;
import static org.liptako.policy.schema.SchemaNodes.labelled;
import static org.liptako.policy.schema.SchemaNodes.list;
import static org.liptako.policy.schema.SchemaNodes.map;
import static org.liptako.policy.schema.SchemaNodes.object;
import static org.liptako.policy.schema.SchemaNodes.oneOf;
import static org.liptako.policy.schema.SchemaNodes.ref;
import static org.liptako.policy.schema.SchemaNodes.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/** The schema of files of scenarios. */
public final class ScenarioSchema {
    private static final Bilingual TITLE =
            new Bilingual("Essais des règles de résidence", "Scenarios for data residency rules");
    private static final String INSTANT =
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$";

    private final Vocabulary vocabulary;

    private ScenarioSchema(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The schema for a vocabulary. */
    public static ObjectNode of(Vocabulary vocabulary) {
        return new ScenarioSchema(vocabulary).schema();
    }

    private ObjectNode schema() {
        ObjectNode root = SchemaNodes.root("essais", TITLE);
        ObjectNode keys = object();
        keys.set("bases", named(ref("base")));
        keys.set("essais", list(ref("essai"), 1));
        keys.set("matrices", list(ref("matrice"), 1));
        root.setAll(map(keys));
        ObjectNode definitions = ValueSchemas.definitions(vocabulary);
        definitions.set("date", anyOf(ref("jour"), text(INSTANT)));
        definitions.set("verdict", oneOf(List.of("permis", "refuse", "indetermine", "conflit")));
        definitions.set("textes", anyOf(ref("texte"), list(ref("texte"), 0)));
        definitions.set("noms_de_faits", anyOf(ref("fait"), list(ref("fait"), 0)));
        definitions.set("faits", facts());
        definitions.set("attendu", anyOf(ref("verdict"), expectation()));
        definitions.set("base", map(settings()));
        definitions.set("essai", scenario());
        definitions.set("matrice", matrix());
        root.set("$defs", definitions);
        return root;
    }

    private ObjectNode facts() {
        ObjectNode lines = object();
        vocabulary.facts().forEach(fact -> lines.set(fact.name(), labelled(given(fact), fact.label())));
        return map(lines);
    }

    private static ObjectNode given(Fact fact) {
        ObjectNode value = ValueSchemas.value(fact);
        return fact.type().isSet() ? anyOf(value, list(value.deepCopy(), 1)) : value;
    }

    private static ObjectNode settings() {
        ObjectNode keys = object();
        keys.set("herite", ref("textes"));
        keys.set("faits", ref("faits"));
        keys.set("sans", ref("noms_de_faits"));
        return keys;
    }

    private static ObjectNode scenario() {
        ObjectNode keys = object();
        keys.set("nom", ref("texte"));
        keys.set("date", ref("date"));
        keys.setAll(settings());
        keys.set("attendu", ref("attendu"));
        return map(keys, "nom", "date", "attendu");
    }

    private static ObjectNode matrix() {
        ObjectNode keys = object();
        keys.set("nom", ref("texte"));
        keys.set("date", ref("date"));
        keys.setAll(settings());
        keys.set("lignes", ref("textes"));
        keys.set("colonnes", ref("textes"));
        keys.set("attendu", named(list(ref("verdict"), 1)));
        return map(keys, "nom", "date", "lignes", "colonnes", "attendu");
    }

    private static ObjectNode expectation() {
        ObjectNode keys = object();
        keys.set("verdict", ref("verdict"));
        keys.set("regles", ref("textes"));
        keys.set("obligations", ref("textes"));
        keys.set("manquants", ref("noms_de_faits"));
        return map(keys, "verdict");
    }

    /** A map of names that the officer chooses. */
    private static ObjectNode named(ObjectNode values) {
        ObjectNode node = object().put("type", "object").put("minProperties", 1);
        node.set("additionalProperties", values);
        return node;
    }
}
