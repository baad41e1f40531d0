package org.liptako.policy.engine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.liptako.policy.engine.Discriminants.Allowance.Texts;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.vocabulary.Fact;

/** Some rules of a chamber, kept so that those that a document may make fire are soon gathered. Immutable, thread-safe. */
sealed interface RuleShelf permits RuleShelf.Handful, RuleShelf.Drawers, MarkedShelf {

    /** Up to so many rules are tried one by one: that is quicker than any index. */
    int HANDFUL = 16;

    /** Adds the rules that may fire, among others that cannot; each at most once. */
    void gather(Facts facts, Candidates into);

    /** One rule and what rules it out. */
    record Entry(CompiledRule rule, Discriminants discriminants) {

        /** Whether the rule can fire only where this fact is one of the identifiers that it names. */
        private boolean isAboutOneOf(Fact fact) {
            return discriminants.allowances().get(fact) instanceof Texts texts && !texts.others();
        }
    }

    /** The shelf for some rules, in whatever order. */
    static RuleShelf of(List<Entry> entries) {
        if (entries.size() <= HANDFUL) {
            return new Handful(entries.stream().map(Entry::rule).toArray(CompiledRule[]::new));
        }
        return entries.stream()
                .flatMap(entry ->
                        entry.discriminants().allowances().keySet().stream().filter(entry::isAboutOneOf))
                .collect(Collectors.groupingBy(fact -> fact, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(fact -> fact.getValue() > HANDFUL)
                .max(Map.Entry.<Fact, Long>comparingByValue()
                        .thenComparingInt(one -> -one.getKey().ordinal()))
                .<RuleShelf>map(fact -> Drawers.of(fact.getKey(), entries))
                .orElseGet(() -> new MarkedShelf(entries));
    }

    /** Few enough to be tried one by one. */
    @SuppressWarnings("ArrayRecordComponent") // Shared with nobody, and never compared.
    record Handful(CompiledRule[] rules) implements RuleShelf {
        @Override
        public void gather(Facts facts, Candidates into) {
            for (CompiledRule rule : rules) {
                into.add(rule);
            }
        }
    }

    /**
     * Rules about named datasets or places: a document's identifier opens one drawer, however many there are.
     *
     * @param named the rules about each identifier
     * @param all the rules of all drawers, for a document that does not tell the identifier: they are unknown, not ruled out
     * @param rest the rules that name no identifier
     */
    record Drawers(Fact fact, TextDrawers named, RuleShelf all, RuleShelf rest) implements RuleShelf {

        private static Drawers of(Fact fact, List<Entry> entries) {
            Map<Boolean, List<Entry>> about =
                    entries.stream().collect(Collectors.partitioningBy(entry -> entry.isAboutOneOf(fact)));
            List<Entry> filed = new ArrayList<>();
            Map<String, List<Entry>> named = new HashMap<>();
            for (Entry entry : requireNonNull(about.get(true))) {
                Texts texts = (Texts)
                        requireNonNull(entry.discriminants().allowances().get(fact));
                Entry inside = new Entry(entry.rule(), entry.discriminants().without(fact));
                filed.add(inside);
                texts.allowed()
                        .forEach(text -> named.computeIfAbsent(text, one -> new ArrayList<>())
                                .add(inside));
            }
            return new Drawers(
                    fact,
                    new TextDrawers(named, RuleShelf::of),
                    new MarkedShelf(filed),
                    RuleShelf.of(requireNonNull(about.get(false))));
        }

        @Override
        public void gather(Facts facts, Candidates into) {
            if (facts.isKnown(fact)) {
                RuleShelf drawer = named.get(facts.text(fact));
                if (drawer != null) {
                    drawer.gather(facts, into);
                }
            } else {
                all.gather(facts, into);
            }
            rest.gather(facts, into);
        }
    }
}
