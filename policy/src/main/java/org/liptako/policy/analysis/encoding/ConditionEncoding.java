package org.liptako.policy.analysis.encoding;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactWord;
import org.liptako.policy.vocabulary.Space;

/** Section 3 as a circuit: a form over an unknown fact is unknown, the rest is Kleene's. */
record ConditionEncoding(DocumentSpace space, Moment moment) {

    Truth of(Condition condition) {
        return switch (condition) {
            case Condition.Is is -> known(is.fact(), oneOf(is.fact(), List.of(is.value())));
            case Condition.OneOf oneOf -> known(oneOf.fact(), oneOf(oneOf.fact(), oneOf.values()));
            case Condition.Only only -> known(only.fact(), -oneOf(only.fact(), others(only)));
            case Condition.Within within -> known(within.fact(), within(within));
            case Condition.Same same -> same(same.fact(), same.other());
            case Condition.MemberOf member -> known(member.fact(), memberOf(member.fact(), member.space()));
            case Condition.All all -> all(all.parts());
            case Condition.AnyOf any ->
                all(any.parts().stream().<Condition>map(Condition.Not::new).toList())
                        .negated();
            case Condition.Not not -> of(not.part()).negated();
        };
    }

    private Truth all(List<Condition> parts) {
        List<Truth> truths = parts.stream().map(this::of).toList();
        return new Truth(
                circuit().and(truths.stream().map(Truth::isTrue).toList()),
                circuit().or(truths.stream().map(Truth::isFalse).toList()));
    }

    private Truth known(Fact fact, int holds) {
        int known = space.of(fact).known();
        return new Truth(circuit().and(known, holds), circuit().and(known, -holds));
    }

    private int oneOf(Fact fact, Collection<FactValue> values) {
        FactVariables inputs = space.of(fact);
        return circuit()
                .or(values.stream()
                        .map(value -> inputs.holds(inputs.domain().encoding(value)))
                        .toList());
    }

    private static List<FactValue> others(Condition.Only only) {
        return only.fact().words().stream()
                .<FactValue>map(FactValue.Choice::new)
                .filter(value -> !only.values().contains(value))
                .toList();
    }

    private int within(Condition.Within within) {
        return switch (space.of(within.fact())) {
            case LadderVariables ladder ->
                ladder.within(
                        within.atLeast() == null
                                ? Long.MIN_VALUE
                                : within.atLeast().bits(),
                        within.atMost() == null
                                ? Long.MAX_VALUE
                                : within.atMost().bits());
            case MemberVariables members -> throw new IllegalArgumentException("a set has no order");
        };
    }

    private Truth same(Fact fact, Fact other) {
        int known = circuit().and(space.of(fact).known(), space.of(other).known());
        int same = fact == other ? Circuit.TRUE : haveTheSameValue(fact, other);
        return new Truth(circuit().and(known, same), circuit().and(known, -same));
    }

    private int haveTheSameValue(Fact fact, Fact other) {
        FactVariables one = space.of(fact);
        FactVariables two = space.of(other);
        if (fact.type().isSet()) {
            return circuit()
                    .and(fact.words().stream()
                            .map(FactWord::rank)
                            .map(rank -> circuit().same(one.holds(rank), two.holds(rank)))
                            .toList());
        }
        // Compared facts have the same values in their domains, but for those outside their range.
        return circuit()
                .or(IntStream.range(0, one.domain().values().length)
                        .mapToLong(i -> one.domain().values()[i])
                        .mapToObj(value -> circuit().and(one.holds(value), two.holds(value)))
                        .toList());
    }

    private int memberOf(Fact fact, Space group) {
        FactVariables inputs = space.of(fact);
        return circuit()
                .or(IntStream.range(0, inputs.domain().values().length)
                        .mapToLong(i -> inputs.domain().values()[i])
                        .mapToObj(value ->
                                circuit().and(inputs.holds(value), moment.isMember(group, Countries.unpack(value))))
                        .toList());
    }

    private Circuit circuit() {
        return space.circuit();
    }
}
