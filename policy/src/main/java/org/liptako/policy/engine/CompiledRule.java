package org.liptako.policy.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.liptako.policy.decision.Obligation;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Fact;

/** One rule as the evaluator reads it: conditions as rows of the {@link FormTable}, days as seconds, other rules as numbers. */
final class CompiledRule {
    private final String id;
    private final Effect effect;
    private final int number;
    private final int scope;
    private final int condition;
    private final long[] starts;
    private final long[] ends;
    private final long named;
    private final int[] lifts;
    private final List<Obligation> obligations;

    /**
     * @param numbers the numbers of the jurisdiction's rules, by id
     */
    CompiledRule(Rule rule, Map<String, Integer> numbers, FormCompiler forms) {
        id = rule.id();
        effect = rule.effect();
        number = numbers.getOrDefault(id, -1);
        scope = forms.row(rule.scope());
        condition = forms.row(rule.condition());
        starts = rule.periods().stream()
                .mapToLong(period -> period.start().getEpochSecond())
                .toArray();
        ends = rule.periods().stream()
                .mapToLong(period -> {
                    Instant end = period.end();
                    return end == null ? Long.MAX_VALUE : end.getEpochSecond();
                })
                .toArray();
        named = rule.facts().mapToLong(CompiledRule::bit).reduce(0, (one, other) -> one | other);
        lifts = rule.derogatesFrom().stream()
                .mapToInt(ban -> numbers.getOrDefault(ban, -1))
                .sorted()
                .toArray();
        obligations = rule.obligations().stream()
                .map(code -> new Obligation(id, code))
                .toList();
    }

    String id() {
        return id;
    }

    /** Its place among the jurisdiction's rules, which are in the order of their ids. */
    int number() {
        return number;
    }

    Effect effect() {
        return effect;
    }

    int scope() {
        return scope;
    }

    int condition() {
        return condition;
    }

    /** The facts that a form of the rule names, as bits. */
    long named() {
        return named;
    }

    /** In written order. */
    List<Obligation> obligations() {
        return obligations;
    }

    boolean isInForce(long second) {
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] <= second && second < ends[i]) {
                return true;
            }
        }
        return false;
    }

    /** Whether this deroger names that ban. */
    boolean lifts(CompiledRule ban) {
        return Arrays.binarySearch(lifts, ban.number) >= 0;
    }

    private static long bit(Fact fact) {
        return 1L << fact.ordinal();
    }
}
