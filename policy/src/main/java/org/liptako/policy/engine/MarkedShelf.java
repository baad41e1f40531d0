package org.liptako.policy.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liptako.policy.engine.Discriminants.Allowance;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.vocabulary.Fact;

/** Any number of rules, with a {@link ShelfMark} for each of the facts that tell them apart. */
final class MarkedShelf implements RuleShelf {
    private final CompiledRule[] rules;
    private final RuleBits all;
    private final ShelfMark[] marks;

    MarkedShelf(List<Entry> entries) {
        this.rules = entries.stream().map(Entry::rule).toArray(CompiledRule[]::new);
        this.all = RuleBits.where(rules.length, rule -> true);
        Map<Fact, Map<Integer, Allowance>> allowances = new HashMap<>();
        for (int rule = 0; rule < rules.length; rule++) {
            for (Map.Entry<Fact, Allowance> one :
                    entries.get(rule).discriminants().allowances().entrySet()) {
                allowances
                        .computeIfAbsent(one.getKey(), fact -> new HashMap<>())
                        .put(rule, one.getValue());
            }
        }
        this.marks = allowances.entrySet().stream()
                .sorted(Comparator.comparingInt(one -> one.getKey().ordinal()))
                .map(one -> ShelfMark.of(one.getKey(), one.getValue(), rules.length))
                .toArray(ShelfMark[]::new);
    }

    @Override
    public void gather(Facts facts, Candidates into) {
        RuleBits possible = all.copy();
        for (ShelfMark mark : marks) {
            if (facts.isKnown(mark.fact())) {
                mark.narrow(possible, facts);
            }
        }
        possible.addTo(into, rules);
    }
}
