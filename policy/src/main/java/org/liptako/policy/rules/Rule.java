package org.liptako.policy.rules;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Space;

/**
 * One rule of one jurisdiction, as the loader has checked it.
 *
 * @param derogable whether a deroger may name it; true for effects that none can name
 * @param capacity {@link Capacity#TOUS} in AES rules
 * @param periods when it is in force, by start, then end; at least one; they may overlap
 * @param scope when the rule speaks ({@code champ}): an {@link Condition.All} of its lines by fact
 * @param condition what it says then; {@link Condition#always} if the file has none
 * @param obligations codes in written order
 * @param derogatesFrom the ids of the bans that a deroger lifts, sorted; empty for the other effects
 */
public record Rule(
        String id,
        Jurisdiction jurisdiction,
        Bilingual title,
        Bilingual text,
        List<LegalBasis> legalBases,
        Effect effect,
        boolean derogable,
        Capacity capacity,
        List<ForcePeriod> periods,
        Condition.All scope,
        Condition condition,
        List<String> obligations,
        List<String> derogatesFrom) {

    public Rule {
        requireNonNull(id, "id is null");
        requireNonNull(jurisdiction, "jurisdiction is null");
        requireNonNull(title, "title is null");
        requireNonNull(text, "text is null");
        requireNonNull(effect, "effect is null");
        requireNonNull(capacity, "capacity is null");
        requireNonNull(scope, "scope is null");
        requireNonNull(condition, "condition is null");
        legalBases = List.copyOf(legalBases);
        periods = periods.stream()
                .sorted(Comparator.comparing(ForcePeriod::start)
                        .thenComparing(ForcePeriod::end, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        obligations = List.copyOf(obligations);
        derogatesFrom = List.copyOf(new TreeSet<>(derogatesFrom));
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("rule %s is never in force".formatted(id));
        }
    }

    public boolean isInForce(Instant at) {
        return periods.stream().anyMatch(period -> period.contains(at));
    }

    /** Every fact that the rule names, in {@code champ} or {@code condition}, in written order, with repeats. */
    public Stream<Fact> facts() {
        return Stream.concat(scope.facts(), condition.facts());
    }

    /** The spaces that the rule names. */
    public Set<Space> spaces() {
        return Stream.concat(scope.forms(), condition.forms())
                .filter(Condition.MemberOf.class::isInstance)
                .map(form -> ((Condition.MemberOf) form).space())
                .collect(Collectors.toUnmodifiableSet());
    }
}
