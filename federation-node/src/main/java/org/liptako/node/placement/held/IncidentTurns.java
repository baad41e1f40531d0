package org.liptako.node.placement.held;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Fact;

/**
 * The days of an incident on which a rule set may change its answer, from 0: the count of days rises daily, and matters on these only.
 *
 * @param days sorted
 */
public record IncidentTurns(List<Long> days) {
    private static final String DAYS = "incident.days_since";
    /** Beyond the years that rules are judged in. */
    private static final long MOST = 100_000;

    public IncidentTurns {
        days = days.stream()
                .filter(day -> day >= 0 && day <= MOST)
                .distinct()
                .sorted()
                .toList();
    }

    /** The days that matter to any of these rule sets. */
    public static IncidentTurns of(Collection<RuleSet> rules) {
        return new IncidentTurns(
                rules.stream().flatMapToLong(IncidentTurns::turns).boxed().toList());
    }

    /** When the next of these days begins, of an incident with this first instant. */
    public Optional<Instant> after(Instant since, Instant at) {
        return days.stream()
                .map(day -> since.plus(Duration.ofDays(day)))
                .filter(instant -> instant.isAfter(at))
                .findFirst();
    }

    private static LongStream turns(RuleSet rules) {
        Fact count = rules.vocabulary().theFact(DAYS);
        return rules.rules().stream()
                .flatMap(rule ->
                        Stream.concat(rule.scope().forms(), rule.condition().forms()))
                .flatMapToLong(form -> turns(form, count));
    }

    /** A day that is named begins and ends; a last one ends. Another number of the vocabulary is no count of days: nobody compares the two. */
    private static LongStream turns(Condition form, Fact count) {
        if (form.facts().noneMatch(count::equals)) {
            return LongStream.empty();
        }
        LongStream named = form.values().stream()
                .flatMapToLong(value -> number(value).flatMap(day -> LongStream.of(day, day + 1)));
        return form instanceof Condition.Within within
                ? LongStream.concat(
                        number(within.atLeast()), number(within.atMost()).map(last -> last + 1))
                : named;
    }

    private static LongStream number(@Nullable FactValue value) {
        return value instanceof FactValue.Whole whole ? LongStream.of(whole.number()) : LongStream.empty();
    }
}
