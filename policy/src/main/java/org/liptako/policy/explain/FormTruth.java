package org.liptako.policy.explain;

import java.util.List;
import java.util.stream.Stream;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactType;

/** What each form says of one document, read straight from the model: where every form counts and time does not, as in coverage and explanations. */
public record FormTruth(Facts facts) {

    /** The truth of a form. */
    public Truth of(Condition form) {
        return switch (form) {
            case Condition.Is is -> known(is.fact(), equalsOne(is.fact(), List.of(is.value())));
            case Condition.OneOf oneOf -> known(oneOf.fact(), equalsOne(oneOf.fact(), oneOf.values()));
            case Condition.Only only -> known(only.fact(), (facts.bits(only.fact()) & ~members(only.values())) == 0);
            case Condition.Within within -> known(within.fact(), isWithin(within));
            case Condition.Same same ->
                facts.isKnown(same.other())
                        ? known(same.fact(), haveTheSameValue(same.fact(), same.other()))
                        : Truth.UNKNOWN;
            case Condition.MemberOf member ->
                known(
                        member.fact(),
                        facts.isKnown(member.fact())
                                && member.space().contains(Countries.unpack(facts.bits(member.fact())), facts.at()));
            case Condition.All all -> all.parts().stream().map(this::of).reduce(Truth.TRUE, Truth::and);
            case Condition.AnyOf any -> any.parts().stream().map(this::of).reduce(Truth.FALSE, Truth::or);
            case Condition.Not not -> of(not.part()).not();
        };
    }

    /** The forms inside a condition that speak of facts, in written order. */
    public static Stream<Condition> leaves(Condition condition) {
        return condition
                .forms()
                .filter(form -> !(form instanceof Condition.All
                        || form instanceof Condition.AnyOf
                        || form instanceof Condition.Not));
    }

    private Truth known(Fact fact, boolean holds) {
        if (!facts.isKnown(fact)) {
            return Truth.UNKNOWN;
        }
        return holds ? Truth.TRUE : Truth.FALSE;
    }

    private boolean equalsOne(Fact fact, List<FactValue> values) {
        if (!facts.isKnown(fact)) {
            return false;
        }
        return switch (fact.type()) {
            case SET -> (facts.bits(fact) & members(values)) != 0;
            case IDENTIFIER -> values.stream().anyMatch(value -> value.code().equals(facts.text(fact)));
            case ENUM, ORDERED, BOOLEAN, COUNTRY, INTEGER ->
                values.stream().anyMatch(value -> value.bits() == facts.bits(fact));
        };
    }

    private static long members(List<FactValue> values) {
        return values.stream().mapToLong(value -> 1L << value.bits()).reduce(0, (one, other) -> one | other);
    }

    private boolean isWithin(Condition.Within within) {
        long value = facts.bits(within.fact());
        FactValue least = within.atLeast();
        FactValue most = within.atMost();
        return (least == null || value >= least.bits()) && (most == null || value <= most.bits());
    }

    private boolean haveTheSameValue(Fact fact, Fact other) {
        if (!facts.isKnown(fact)) {
            return false;
        }
        return fact.type() == FactType.IDENTIFIER
                ? facts.text(fact).equals(facts.text(other))
                : facts.bits(fact) == facts.bits(other);
    }
}
