package org.liptako.policy.engine;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.engine.Discriminants.Allowance;
import org.liptako.policy.engine.Discriminants.Allowance.Texts;
import org.liptako.policy.engine.Discriminants.Allowance.Values;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactType;
import org.liptako.policy.vocabulary.Space;

/**
 * Finds the {@link Discriminants} of rules by trying every value: a part of the conjunction {@code champ and condition} that speaks of one fact
 * alone is tried on each value that the fact can have, and a value on which the part is F makes the rule fire F. Parts that speak of several
 * facts, of integers, or of all members of a set are passed over: they rule nothing out. Not thread-safe.
 */
final class DiscriminantsFinder {
    private final Map<Condition, Optional<Allowance>> tried = new HashMap<>();

    Discriminants of(Rule rule) {
        Map<Fact, Allowance> allowances = new HashMap<>();
        conjuncts(rule)
                .forEach(part -> allowance(part).ifPresent(allowed -> {
                    Fact fact = part.facts().findFirst().orElseThrow();
                    allowances.merge(fact, allowed, (one, other) -> both(fact, one, other));
                }));
        return new Discriminants(allowances);
    }

    /** The condition of an exiger is left out: that it does not hold is what makes the ban fire. */
    private static Stream<Condition> conjuncts(Rule rule) {
        return rule.effect() == Effect.EXIGER
                ? parts(rule.scope())
                : Stream.concat(parts(rule.scope()), parts(rule.condition()));
    }

    private static Stream<Condition> parts(Condition condition) {
        return condition instanceof Condition.All all
                ? all.parts().stream().flatMap(DiscriminantsFinder::parts)
                : Stream.of(condition);
    }

    /** Of a set, one member may hold one part and another member the other: only the first part is kept. */
    private static Allowance both(Fact fact, Allowance one, Allowance other) {
        if (fact.type() == FactType.SET) {
            return one;
        }
        return switch (one) {
            case Values values -> values.and((Values) other);
            case Texts texts -> texts.and((Texts) other);
        };
    }

    private Optional<Allowance> allowance(Condition part) {
        Optional<Allowance> found = tried.get(part);
        if (found == null) {
            found = part.facts().distinct().count() == 1 ? attempt(part) : Optional.empty();
            tried.put(part, found);
        }
        return found;
    }

    private static Optional<Allowance> attempt(Condition part) {
        Fact fact = part.facts().findFirst().orElseThrow();
        return switch (fact.type()) {
            case ENUM, ORDERED -> Optional.of(values(part, fact.words().stream().map(FactValue.Choice::new)));
            case BOOLEAN -> Optional.of(values(part, Stream.of(false, true).map(FactValue.Flag::new)));
            case COUNTRY -> Optional.of(values(part, Countries.codes().stream().map(FactValue.Country::new)));
            case IDENTIFIER -> Optional.of(texts(part));
            case SET -> members(part);
            case INTEGER -> Optional.empty();
        };
    }

    private static Values values(Condition part, Stream<? extends FactValue> values) {
        BitSet allowed = new BitSet();
        values.filter(value -> mayHold(part, value)).forEach(value -> allowed.set((int) value.bits()));
        return new Values(allowed);
    }

    private static Texts texts(Condition part) {
        Set<String> named = part.forms()
                .flatMap(form -> form.values().stream().map(FactValue::code))
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> allowed = named.stream()
                .filter(text -> mayHold(part, new FactValue.Text(text)))
                .collect(Collectors.toSet());
        String unnamed = String.join("/", named) + "/";
        return new Texts(named, allowed, mayHold(part, new FactValue.Text(unnamed)));
    }

    /** Only <em>contains one of these</em> is told by the members one by one. */
    private static Optional<Allowance> members(Condition part) {
        if (part instanceof Condition.Only || part.values().isEmpty()) {
            return Optional.empty();
        }
        BitSet ranks = new BitSet();
        part.values().forEach(value -> ranks.set((int) value.bits()));
        return Optional.of(new Values(ranks));
    }

    private static boolean mayHold(Condition part, FactValue value) {
        return Kleene.mayBeTrue(truth(part, value));
    }

    /** The truth of a part where its one fact has this value; unknown if it hangs on the instant too. */
    private static int truth(Condition part, FactValue value) {
        return switch (part) {
            case Condition.Is is -> Kleene.of(is.value().equals(value));
            case Condition.OneOf oneOf -> Kleene.of(oneOf.values().contains(value));
            case Condition.Within within ->
                Kleene.of(isAtLeast(value, within.atLeast()) && isAtMost(value, within.atMost()));
            case Condition.Same same -> Kleene.TRUE;
            case Condition.MemberOf memberOf -> membership(memberOf.space(), value.code());
            case Condition.Only only -> Kleene.UNKNOWN;
            case Condition.All all ->
                all.parts().stream().mapToInt(inner -> truth(inner, value)).reduce(Kleene.TRUE, Kleene::and);
            case Condition.AnyOf any ->
                any.parts().stream().mapToInt(inner -> truth(inner, value)).reduce(Kleene.FALSE, Kleene::or);
            case Condition.Not not -> Kleene.not(truth(not.part(), value));
        };
    }

    private static boolean isAtLeast(FactValue value, @Nullable FactValue bound) {
        return bound == null || bound.bits() <= value.bits();
    }

    private static boolean isAtMost(FactValue value, @Nullable FactValue bound) {
        return bound == null || value.bits() <= bound.bits();
    }

    private static int membership(Space space, String country) {
        boolean ever = space.memberships().stream()
                .anyMatch(membership -> membership.members().contains(country));
        return ever ? Kleene.UNKNOWN : Kleene.FALSE;
    }
}
