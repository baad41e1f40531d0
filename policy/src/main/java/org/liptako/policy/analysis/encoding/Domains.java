package org.liptako.policy.analysis.encoding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Cuts the endless values of facts down to as many as rules can tell apart. Values that are named alike by every rule are one cell; a cell keeps
 * one value, or, where {@code egale} compares facts with each other, as many as there are facts to compare, so that all may differ within it.
 */
final class Domains {

    /** Who stands for the countries that no rule names, where a choice is left: neighbours first, then others that readers know. */
    private static final List<String> FAMILIAR = List.of("SN", "CI", "GH", "NG", "DZ", "MR", "FR", "MA", "CN", "US");

    private final Vocabulary vocabulary;
    private final List<Instant> instants;
    private final List<Condition> forms;
    /** The facts that some rule compares with another. */
    private final Set<Fact> compared = new HashSet<>();

    Domains(Vocabulary vocabulary, Collection<Instant> instants, Collection<Rule> rules) {
        this.vocabulary = vocabulary;
        this.instants = List.copyOf(instants);
        this.forms = rules.stream()
                .flatMap(rule ->
                        Stream.concat(rule.scope().forms(), rule.condition().forms()))
                .toList();
        for (Condition form : forms) {
            if (form instanceof Condition.Same same && same.fact() != same.other()) {
                compared.add(same.fact());
                compared.add(same.other());
            }
        }
    }

    Domain of(Fact fact) {
        return switch (fact.type()) {
            case ENUM, ORDERED, SET ->
                numbers(fact, LongStream.range(0, fact.words().size()));
            case BOOLEAN -> numbers(fact, LongStream.of(0, 1));
            case COUNTRY -> numbers(fact, countries(fact).stream().mapToLong(Countries::pack));
            case INTEGER -> numbers(fact, whole(fact).stream().mapToLong(Long::longValue));
            case IDENTIFIER -> identifiers(fact);
        };
    }

    private static Domain numbers(Fact fact, LongStream values) {
        return new Domain(fact, values.sorted().distinct().toArray(), List.of());
    }

    private Set<String> countries(Fact fact) {
        if (fact.memberStatesOnly()) {
            return Set.copyOf(Countries.memberStates());
        }
        Set<String> kept = new TreeSet<>(Countries.memberStates());
        values().filter(FactValue.Country.class::isInstance)
                .map(FactValue::code)
                .forEach(kept::add);
        List<List<Boolean>> cells = new ArrayList<>();
        Stream.concat(FAMILIAR.stream(), Countries.codes().stream())
                .distinct()
                .filter(code -> !kept.contains(code))
                .toList()
                .forEach(code -> {
                    List<Boolean> cell = memberships(code);
                    if (cells.stream().filter(cell::equals).count() < alike(fact)) {
                        cells.add(cell);
                        kept.add(code);
                    }
                });
        return kept;
    }

    /** Countries of the same spaces at all instants fare alike. */
    private List<Boolean> memberships(String code) {
        return vocabulary.spaces().stream()
                .flatMap(space -> instants.stream().map(at -> space.contains(code, at)))
                .toList();
    }

    /** Between two neighbouring cuts every number fares alike. */
    private Set<Long> whole(Fact fact) {
        TreeSet<Long> cuts = new TreeSet<>();
        for (Fact related : related(fact)) {
            cuts.add(related.range().min());
            cutAfter(related.range().max(), cuts);
            named(related).forEach(value -> {
                cuts.add(value.bits());
                cutAfter(value.bits(), cuts);
            });
            forms.forEach(form -> {
                if (form instanceof Condition.Within within && within.fact() == related) {
                    if (within.atLeast() != null) {
                        cuts.add(within.atLeast().bits());
                    }
                    if (within.atMost() != null) {
                        cutAfter(within.atMost().bits(), cuts);
                    }
                }
            });
        }
        // Zero begins a cell, so that what stands for the small numbers is small.
        cuts.add(0L);
        Set<Long> kept = new TreeSet<>();
        for (Long cut : cuts) {
            Long next = cuts.higher(cut);
            long last = next == null ? Long.MAX_VALUE : next - 1;
            for (int i = 0; i < alike(fact) && i <= last - cut; i++) {
                long value = cut < 0 ? last - i : cut + i;
                if (fact.range().contains(value)) {
                    kept.add(value);
                }
            }
        }
        return kept;
    }

    private static void cutAfter(long value, Set<Long> cuts) {
        if (value != Long.MAX_VALUE) {
            cuts.add(value + 1);
        }
    }

    private Domain identifiers(Fact fact) {
        Set<String> texts = new TreeSet<>();
        related(fact).forEach(related -> named(related).map(FactValue::code).forEach(texts::add));
        int named = texts.size();
        for (int number = 1; texts.size() < named + alike(fact); number++) {
            texts.add("X-" + number);
        }
        return new Domain(fact, LongStream.range(0, texts.size()).toArray(), List.copyOf(texts));
    }

    /** How many values of one cell are needed. */
    private long alike(Fact fact) {
        return related(fact).size();
    }

    /** The facts whose values this one may be compared with, itself included. */
    private List<Fact> related(Fact fact) {
        return compared.contains(fact)
                ? compared.stream().filter(fact::isComparableWith).toList()
                : List.of(fact);
    }

    private Stream<FactValue> values() {
        return forms.stream().flatMap(form -> form.values().stream());
    }

    private Stream<FactValue> named(Fact fact) {
        return forms.stream()
                .filter(form -> (form instanceof Condition.Is is && is.fact() == fact)
                        || (form instanceof Condition.OneOf oneOf && oneOf.fact() == fact))
                .flatMap(form -> form.values().stream());
    }
}
