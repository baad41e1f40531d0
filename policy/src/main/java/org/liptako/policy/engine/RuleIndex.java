package org.liptako.policy.engine;

import java.util.List;
import java.util.stream.IntStream;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.vocabulary.Fact;

/**
 * Finds the rules of a chamber that may fire. The operation, which is always known when an engine judges, picks a shelf; on a shelf, each fact
 * that its rules discriminate by has, for each value, the rules that this value leaves possible, as bits. What an unknown fact would rule out
 * stays in (section 3: it fires U, not F).
 */
final class RuleIndex {
    private final Fact operation;
    private final RuleShelf[] shelves;

    /**
     * @param rules by id
     * @param discriminants of each of the rules
     */
    RuleIndex(Fact operation, List<CompiledRule> rules, List<Discriminants> discriminants) {
        this.operation = operation;
        this.shelves = IntStream.range(0, operation.words().size())
                .mapToObj(rank -> shelf(rank, rules, discriminants))
                .toArray(RuleShelf[]::new);
    }

    CompiledRule[] candidates(Facts facts) {
        return shelves[(int) facts.bits(operation)].candidates(facts);
    }

    private RuleShelf shelf(int rank, List<CompiledRule> rules, List<Discriminants> discriminants) {
        int[] kept = IntStream.range(0, rules.size())
                .filter(rule -> discriminants.get(rule).allows(operation, rank))
                .toArray();
        return new RuleShelf(
                IntStream.of(kept).mapToObj(rules::get).toList(),
                IntStream.of(kept).mapToObj(discriminants::get).toList(),
                operation);
    }
}
