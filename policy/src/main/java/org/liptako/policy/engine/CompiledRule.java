package org.liptako.policy.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.decision.Obligation;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Fact;

/** One rule as the evaluator reads it: conditions compiled, days as seconds, other rules as numbers. */
final class CompiledRule {
    private final String id;
    private final Effect effect;
    private final int number;
    private final CompiledForm scope;
    private final CompiledForm condition;
    private final long start;
    private final long end;
    /** The first second and the one after the last, of each period after the first: there is mostly none. */
    private final long[] later;

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
        scope = forms.form(rule.scope());
        condition = forms.form(rule.condition());
        start = rule.periods().getFirst().start().getEpochSecond();
        end = second(rule.periods().getFirst().end());
        later = rule.periods().stream()
                .skip(1)
                .flatMapToLong(period -> LongStream.of(period.start().getEpochSecond(), second(period.end())))
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

    CompiledForm scope() {
        return scope;
    }

    CompiledForm condition() {
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
        if (start <= second && second < end) {
            return true;
        }
        for (int i = 0; i < later.length; i += 2) {
            if (later[i] <= second && second < later[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Whether this deroger names that ban. */
    boolean lifts(CompiledRule ban) {
        return Arrays.binarySearch(lifts, ban.number) >= 0;
    }

    private static long second(@Nullable Instant end) {
        return end == null ? Long.MAX_VALUE : end.getEpochSecond();
    }

    private static long bit(Fact fact) {
        return 1L << fact.ordinal();
    }
}
