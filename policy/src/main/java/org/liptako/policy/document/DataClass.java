package org.liptako.policy.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * A class of data: a row of the decision tables.
 *
 * @param facts the facts that make it, by code
 */
public record DataClass(Bilingual label, Map<String, Object> facts) {

    public DataClass {
        facts = Map.copyOf(facts);
    }

    /** Each level of classification, then the data that the law singles out whatever their level. */
    static List<DataClass> all(Vocabulary vocabulary) {
        Fact classification = vocabulary.theFact("dataset.classification");
        return Stream.concat(
                        classification.words().stream()
                                .map(level -> new DataClass(level.label(), ordinary(level.code()))),
                        Stream.of(
                                new DataClass(
                                        new Bilingual("Personnelles (diffusion restreinte)", "Personal (restricted)"),
                                        with(ordinary("RESTRICTED"), "dataset.personal", "PERSONAL")),
                                new DataClass(
                                        new Bilingual(
                                                "Santé (sensibles, confidentiel)", "Health (sensitive, confidential)"),
                                        with(
                                                with(ordinary("CONFIDENTIAL"), "dataset.personal", "SENSITIVE"),
                                                "dataset.categories",
                                                List.of("HEALTH"))),
                                new DataClass(
                                        new Bilingual("Stratégiques (diffusion restreinte)", "Strategic (restricted)"),
                                        with(ordinary("RESTRICTED"), "dataset.strategic", true))))
                .toList();
    }

    private static Map<String, Object> ordinary(String level) {
        return Map.of(
                "dataset.classification",
                level,
                "dataset.categories",
                List.of("OTHER"),
                "dataset.personal",
                "NONE",
                "dataset.strategic",
                false,
                "dataset.controller",
                "PUBLIC_BODY");
    }

    private static Map<String, Object> with(Map<String, Object> facts, String code, Object value) {
        Map<String, Object> changed = new HashMap<>(facts);
        changed.put(code, value);
        return changed;
    }
}
