package org.liptako.policy.schema;

import static org.liptako.policy.schema.SchemaNodes.allOf;
import static org.liptako.policy.schema.SchemaNodes.anyOf;
import static org.liptako.policy.schema.SchemaNodes.constant;
import static org.liptako.policy.schema.SchemaNodes.has;
import static org.liptako.policy.schema.SchemaNodes.hasNot;
import static org.liptako.policy.schema.SchemaNodes.ifThen;
import static org.liptako.policy.schema.SchemaNodes.list;
import static org.liptako.policy.schema.SchemaNodes.map;
import static org.liptako.policy.schema.SchemaNodes.object;
import static org.liptako.policy.schema.SchemaNodes.oneOf;
import static org.liptako.policy.schema.SchemaNodes.ref;
import static org.liptako.policy.schema.SchemaNodes.text;
import static org.liptako.policy.schema.SchemaNodes.where;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.liptako.policy.rules.BasisStatus;
import org.liptako.policy.rules.Capacity;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Obligation;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * The schema of rule files. It sees what stands in one file only, and wants words as the vocabulary writes them, without accents: {@code rules check}
 * has the last word.
 */
public final class RuleSchema {
    private static final Bilingual TITLE = new Bilingual("Règles de résidence des données", "Data residency rules");

    private final Vocabulary vocabulary;

    private RuleSchema(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The schema for a vocabulary. */
    public static ObjectNode of(Vocabulary vocabulary) {
        return new RuleSchema(vocabulary).schema();
    }

    private ObjectNode schema() {
        ObjectNode root = SchemaNodes.root("regles", TITLE);
        ObjectNode keys = object();
        keys.set(
                "recueil",
                oneOf(Jurisdiction.all().stream().map(Jurisdiction::name).toList()));
        keys.set("regles", list(ref("regle"), 0));
        root.setAll(map(keys, "recueil", "regles"));
        root.setAll(allOf(
                Jurisdiction.all().stream().map(RuleSchema::ofJurisdiction).toList()));
        ObjectNode definitions = ValueSchemas.definitions(vocabulary);
        ConditionSchemas conditions = new ConditionSchemas(vocabulary);
        definitions.set("bilingue", bilingual());
        definitions.set("base_legale", basis());
        definitions.set("periode", period());
        definitions.set("obligation", obligation());
        definitions.set("champ", conditions.scope());
        definitions.set("condition", conditions.condition());
        definitions.set("regle", rule());
        root.set("$defs", definitions);
        return root;
    }

    private static ObjectNode rule() {
        ObjectNode keys = object();
        keys.set("id", text("^[!-~]{1,128}$"));
        keys.set("titre", ref("bilingue"));
        keys.set("texte", ref("bilingue"));
        keys.set("base_legale", list(ref("base_legale"), 1));
        keys.set("effet", oneOf(Arrays.stream(Effect.values()).map(Effect::word).toList()));
        keys.set("derogeable", oneOf(List.of("oui", "non")));
        keys.set(
                "au_titre_de",
                oneOf(Arrays.stream(Capacity.values()).map(Capacity::word).toList()));
        keys.set("en_vigueur", anyOf(ref("periode"), list(ref("periode"), 1)));
        keys.set("champ", ref("champ"));
        keys.set("condition", ref("condition"));
        keys.set("obligations", list(ref("obligation"), 1).put("uniqueItems", true));
        keys.set("deroge_a", list(text("\\S"), 1));
        ObjectNode rule = map(keys, "id", "titre", "texte", "base_legale", "effet", "en_vigueur");
        rule.setAll(allOf(byEffect()));
        return rule;
    }

    /** The keys that an effect asks for, and those that it may not have. */
    private static List<JsonNode> byEffect() {
        List<JsonNode> rules = new ArrayList<>();
        rules.add(ifThen(effect(Effect.EXIGER), has("condition")));
        rules.add(ifThen(effect(Effect.ASSORTIR), has("obligations")));
        rules.add(ifThen(effect(Effect.INTERDIRE), hasNot("obligations")));
        rules.add(ifThen(effect(Effect.DEROGER), has("deroge_a")));
        rules.add(ifThen(has("deroge_a"), effect(Effect.DEROGER)));
        rules.add(ifThen(has("derogeable"), effect(Effect.INTERDIRE, Effect.EXIGER)));
        return rules;
    }

    private static ObjectNode effect(Effect... effects) {
        return where("effet", oneOf(Arrays.stream(effects).map(Effect::word).toList()));
    }

    /** What a jurisdiction asks of its rules. */
    private static ObjectNode ofJurisdiction(Jurisdiction jurisdiction) {
        ObjectNode rule = object();
        rule.set("properties", object().set("id", text("^" + jurisdiction + "-.")));
        if (!jurisdiction.isState()) {
            ObjectNode permission = object();
            permission.set("not", effect(Effect.AUTORISER));
            rule.setAll(allOf(List.of(permission, hasNot("au_titre_de"))));
        }
        ObjectNode then = object();
        then.set("properties", object().set("regles", object().set("items", rule)));
        return ifThen(where("recueil", constant(jurisdiction.name())), then);
    }

    private static ObjectNode bilingual() {
        ObjectNode languages = object();
        languages.set("fr", ref("texte"));
        languages.set("en", ref("texte"));
        return map(languages, "fr", "en");
    }

    private static ObjectNode basis() {
        ObjectNode keys = object();
        keys.set("instrument", ref("texte"));
        keys.set("article", ref("texte"));
        keys.set(
                "statut",
                oneOf(Arrays.stream(BasisStatus.values()).map(BasisStatus::word).toList()));
        return map(keys, "instrument", "article", "statut");
    }

    private static ObjectNode period() {
        ObjectNode keys = object();
        keys.set("du", ref("jour"));
        keys.set("au", ref("jour"));
        return map(keys, "du");
    }

    /** Those of the vocabulary are offered; any other of the same form is taken. */
    private ObjectNode obligation() {
        return anyOf(
                oneOf(vocabulary.obligations().stream().map(Obligation::code).toList()), text("^[a-z0-9_]{1,128}$"));
    }
}
