package org.liptako.policy.engine;

import java.util.List;
import java.util.stream.IntStream;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.vocabulary.Fact;

/**
 * Finds the rules of a chamber that may fire. The operation, which is always known when an engine judges, picks a shelf; on a shelf, rules
 * about named datasets or places lie in drawers, and each fact that the others discriminate by has, for each value, the rules that this value
 * leaves possible, as bits. What an unknown fact would rule out stays in (section 3: it fires U, not F).
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
        List<RuleShelf.Entry> entries = IntStream.range(0, rules.size())
                .mapToObj(rule -> new RuleShelf.Entry(
                        rules.get(rule), discriminants.get(rule).without(operation)))
                .toList();
        this.shelves = IntStream.range(0, operation.words().size())
                .mapToObj(rank -> RuleShelf.of(IntStream.range(0, rules.size())
                        .filter(rule -> discriminants.get(rule).allows(operation, rank))
                        .mapToObj(entries::get)
                        .toList()))
                .toArray(RuleShelf[]::new);
    }

    /** The rules that may fire, by id. */
    CompiledRule[] candidates(Facts facts) {
        Candidates candidates = new Candidates();
        shelves[(int) facts.bits(operation)].gather(facts, candidates);
        return candidates.byId();
    }
}
