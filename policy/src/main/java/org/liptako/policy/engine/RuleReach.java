package org.liptako.policy.engine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liptako.policy.engine.Discriminants.Allowance.Texts;
import org.liptako.policy.engine.Discriminants.Allowance.Values;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactType;

/**
 * Of which documents a rule can speak at all: where it fires F whatever else a document says, it makes no difference whether the rule is there. Bounds are
 * exact or too wide, never too narrow. Immutable.
 */
public final class RuleReach {
    private final Rule rule;
    private final Discriminants discriminants;

    private RuleReach(Rule rule, Discriminants discriminants) {
        this.rule = rule;
        this.discriminants = discriminants;
    }

    /** The reach of each of some rules. */
    public static List<RuleReach> of(Collection<Rule> rules) {
        DiscriminantsFinder finder = new DiscriminantsFinder();
        return rules.stream().map(rule -> new RuleReach(rule, finder.of(rule))).toList();
    }

    /** The rule itself. */
    public Rule rule() {
        return rule;
    }

    /** The values of a fact, outside of which the rule fires F where the fact is known; empty where they are not told one by one. */
    public Optional<Set<String>> values(Fact fact) {
        return Optional.ofNullable(discriminants.allowances().get(fact)).flatMap(allowed -> switch (allowed) {
            case Texts texts -> texts.others() ? Optional.empty() : Optional.of(Set.copyOf(texts.allowed()));
            case Values values -> fact.type() == FactType.SET ? Optional.empty() : Optional.of(codes(fact, values));
        });
    }

    private static Set<String> codes(Fact fact, Values values) {
        return values.bits().stream()
                .mapToObj(bits -> switch (fact.type()) {
                    case COUNTRY -> Countries.unpack(bits);
                    case BOOLEAN -> Boolean.toString(bits != 0);
                    case ENUM, ORDERED, SET, INTEGER, IDENTIFIER ->
                        fact.words().get(bits).code();
                })
                .collect(Collectors.toUnmodifiableSet());
    }
}
