package org.liptako.policy.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liptako.policy.engine.Discriminants.Allowance;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.vocabulary.Fact;

/** The rules of a chamber that one operation leaves possible, and a {@link ShelfMark} for each of the facts that tell them apart. */
final class RuleShelf {
    private final CompiledRule[] rules;
    private final RuleBits all;
    private final ShelfMark[] marks;

    /**
     * @param rules by id
     * @param discriminants of each of the rules
     * @param chosenBy the fact that chose this shelf: it tells nothing more
     */
    RuleShelf(List<CompiledRule> rules, List<Discriminants> discriminants, Fact chosenBy) {
        this.rules = rules.toArray(CompiledRule[]::new);
        this.all = RuleBits.where(rules.size(), rule -> true);
        Map<Fact, Map<Integer, Allowance>> allowances = new HashMap<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            for (Map.Entry<Fact, Allowance> one :
                    discriminants.get(rule).allowances().entrySet()) {
                allowances
                        .computeIfAbsent(one.getKey(), fact -> new HashMap<>())
                        .put(rule, one.getValue());
            }
        }
        allowances.remove(chosenBy);
        this.marks = allowances.entrySet().stream()
                .sorted(Comparator.comparingInt(one -> one.getKey().ordinal()))
                .map(one -> ShelfMark.of(one.getKey(), one.getValue(), rules.size()))
                .toArray(ShelfMark[]::new);
    }

    CompiledRule[] candidates(Facts facts) {
        RuleBits possible = all.copy();
        for (ShelfMark mark : marks) {
            if (facts.isKnown(mark.fact())) {
                mark.narrow(possible, facts);
            }
        }
        return possible.of(rules);
    }
}
