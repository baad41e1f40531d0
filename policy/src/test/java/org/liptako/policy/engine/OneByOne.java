package org.liptako.policy.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.Rule;

/** Some rules as they are put on a shelf, and what trying each of them says: what the index must find, and had better find alone. */
record OneByOne(List<RuleShelf.Entry> entries) {

    /** Rules by id. */
    static OneByOne of(List<Rule> rules) {
        Map<String, Integer> numbers = new HashMap<>();
        rules.forEach(rule -> numbers.put(rule.id(), numbers.size()));
        FormCompiler forms = new FormCompiler();
        DiscriminantsFinder finder = new DiscriminantsFinder();
        return new OneByOne(rules.stream()
                .map(rule -> new RuleShelf.Entry(new CompiledRule(rule, numbers, forms), finder.of(rule)))
                .toList());
    }

    /** An index of these rules. */
    RuleIndex index(Facts any) {
        return new RuleIndex(
                any.vocabulary().theFact("operation"),
                entries.stream().map(RuleShelf.Entry::rule).toList(),
                entries.stream().map(RuleShelf.Entry::discriminants).toList());
    }

    /** The rules that may fire or, for an exiger, be complied with. */
    List<String> mayFire(Facts facts) {
        return entries.stream()
                .map(RuleShelf.Entry::rule)
                .filter(rule -> Kleene.mayBeTrue(rule.scope().value(facts)))
                .filter(rule -> rule.effect() == Effect.EXIGER
                        || Kleene.mayBeTrue(rule.condition().value(facts)))
                .map(CompiledRule::id)
                .toList();
    }

    /** The rules that a shelf leaves, by id. */
    static List<String> gathered(RuleShelf shelf, Facts facts) {
        Candidates candidates = new Candidates();
        shelf.gather(facts, candidates);
        return ids(candidates.byId());
    }

    static List<String> ids(CompiledRule[] rules) {
        return Arrays.stream(rules).map(CompiledRule::id).toList();
    }
}
