package org.liptako.node.placement.held;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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

    public IncidentTurns {
        days = days.stream().distinct().sorted().toList();
    }

    /** The days that matter to any of these rule sets, which are of one vocabulary. */
    public static IncidentTurns of(Collection<RuleSet> rules) {
        SortedSet<Long> days = new TreeSet<>();
        for (RuleSet ruleSet : rules) {
            Fact count = ruleSet.vocabulary().theFact(DAYS);
            ruleSet.rules().stream()
                    .flatMap(rule ->
                            Stream.concat(rule.scope().forms(), rule.condition().forms()))
                    .flatMapToLong(form -> turns(form, count))
                    .forEach(days::add);
        }
        return new IncidentTurns(List.copyOf(days));
    }

    /** When the next of these days begins, of an incident with this first instant. */
    public Optional<Instant> after(Instant since, Instant at) {
        return days.stream()
                .map(day -> since.plus(Duration.ofDays(day)))
                .filter(instant -> instant.isAfter(at))
                .findFirst();
    }

    private static LongStream turns(Condition form, Fact count) {
        return switch (form) {
            case Condition.Is is -> is.fact().equals(count) ? on(is.value()) : LongStream.empty();
            case Condition.OneOf oneOf ->
                oneOf.fact().equals(count)
                        ? oneOf.values().stream().flatMapToLong(IncidentTurns::on)
                        : LongStream.empty();
            case Condition.Within within ->
                within.fact().equals(count)
                        ? LongStream.concat(
                                number(within.atLeast()),
                                number(within.atMost()).map(last -> last + 1))
                        : LongStream.empty();
            // Another number of the vocabulary is no count of days; nobody compares the two.
            case Condition.Same same -> LongStream.empty();
            case Condition.Only only -> LongStream.empty();
            case Condition.MemberOf member -> LongStream.empty();
            case Condition.All all -> LongStream.empty();
            case Condition.AnyOf any -> LongStream.empty();
            case Condition.Not not -> LongStream.empty();
        };
    }

    /** A day that is named begins and ends. */
    private static LongStream on(FactValue value) {
        return number(value).flatMap(day -> LongStream.of(day, day + 1));
    }

    private static LongStream number(@Nullable FactValue value) {
        return value instanceof FactValue.Whole whole ? LongStream.of(whole.number()) : LongStream.empty();
    }
}
