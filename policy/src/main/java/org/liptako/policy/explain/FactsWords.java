package org.liptako.policy.explain;

import java.util.stream.Stream;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;

/** Says what a facts document says. */
public final class FactsWords {

    private FactsWords() {}

    /** The known facts in one sentence without a full stop. */
    public static Bilingual of(Facts facts) {
        return Enumeration.and(facts.vocabulary().facts().stream()
                .filter(facts::isKnown)
                .flatMap(fact -> values(fact, facts).map(value -> new Condition.Is(fact, value)))
                .map(ConditionWords::inLine)
                .toList());
    }

    /** The value of one fact, or that it is unknown. */
    public static Bilingual value(Fact fact, Facts facts) {
        return facts.isKnown(fact)
                ? Enumeration.and(values(fact, facts).map(ValueWords::of).toList())
                : new Bilingual("inconnu", "unknown");
    }

    private static Stream<FactValue> values(Fact fact, Facts facts) {
        long bits = facts.bits(fact);
        return switch (fact.type()) {
            case ENUM, ORDERED -> Stream.of(new FactValue.Choice(fact.words().get((int) bits)));
            case SET ->
                fact.words().stream()
                        .filter(word -> ((bits >>> word.rank()) & 1) != 0)
                        .map(FactValue.Choice::new);
            case BOOLEAN -> Stream.of(new FactValue.Flag(bits != 0));
            case COUNTRY -> Stream.of(new FactValue.Country(Countries.unpack(bits)));
            case INTEGER -> Stream.of(new FactValue.Whole(bits));
            case IDENTIFIER -> Stream.of(new FactValue.Text(facts.text(fact)));
        };
    }
}
