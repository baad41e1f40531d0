package org.liptako.policy.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liptako.policy.facts.FactsBuilder;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.vocabulary.Fact;

/**
 * Facts that a scenario or a base gives, on top of what it inherits.
 *
 * @param bases the names of the bases, the later over the earlier
 * @param given the facts' values; several for a set
 * @param without facts that are unknown, whatever the bases say
 */
record FactSettings(List<String> bases, Map<Fact, List<FactValue>> given, Set<Fact> without) {

    FactSettings {
        bases = List.copyOf(bases);
        given = new LinkedHashMap<>(given);
        without = Set.copyOf(without);
    }

    static FactSettings inheriting(List<String> bases) {
        return new FactSettings(bases, Map.of(), Set.of());
    }

    /** Puts these facts over those that are there. */
    void applyTo(Map<Fact, List<FactValue>> facts) {
        without.forEach(facts::remove);
        facts.putAll(given);
    }

    /** Puts values into a document; what is wrong with them the document says. */
    static void write(Map<Fact, List<FactValue>> facts, FactsBuilder builder) {
        facts.forEach((fact, values) -> {
            FactValue first = values.getFirst();
            switch (fact.type()) {
                case ENUM, ORDERED, COUNTRY, IDENTIFIER -> builder.set(fact, first.code());
                case BOOLEAN -> builder.set(fact, first.bits() != 0);
                case INTEGER -> builder.set(fact, first.bits());
                case SET ->
                    builder.set(fact, values.stream().map(FactValue::code).toList());
            }
        });
    }
}
