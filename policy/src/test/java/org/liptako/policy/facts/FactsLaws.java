package org.liptako.policy.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.liptako.policy.generated.GeneratedFacts;
import org.liptako.policy.generated.GeneratedRules;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

class FactsLaws {

    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final FactsReader READER = new FactsReader(VOCABULARY);
    private static final FactsWriter WRITER = new FactsWriter(VOCABULARY);
    private static final List<RuleSet> RULE_SETS =
            LongStream.range(0, 5).mapToObj(GeneratedRules::ruleSet).toList();

    @Property(tries = 200)
    void whatIsWrittenIsReadTheSame(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) throws FactsException {
        Facts facts = facts(seed);

        Facts again = READER.read(WRITER.write(facts));

        assertThat(again.at()).isEqualTo(facts.at());
        assertThat(again.known()).isEqualTo(facts.known());
        for (Fact fact : VOCABULARY.facts()) {
            assertThat(again.codes(fact)).isEqualTo(facts.codes(fact));
        }
        assertThat(WRITER.write(again)).isEqualTo(WRITER.write(facts));
    }

    @Property(tries = 200)
    void aBuilderHoldsFactsToTheSameChecks(@ForAll @LongRange(min = 0, max = 1_000_000) long seed)
            throws FactsException {
        Facts facts = facts(seed);

        FactsBuilder builder = Facts.builder(VOCABULARY).at(facts.at());
        for (Fact fact : VOCABULARY.facts()) {
            if (facts.isKnown(fact)) {
                copy(facts, fact, builder);
            }
        }

        assertThat(WRITER.write(builder.build())).isEqualTo(WRITER.write(facts));
    }

    private static Facts facts(long seed) {
        return new GeneratedFacts(RULE_SETS.get((int) (seed % RULE_SETS.size())), seed).facts();
    }

    private static void copy(Facts facts, Fact fact, FactsBuilder builder) {
        switch (fact.type()) {
            case ENUM, ORDERED, COUNTRY, IDENTIFIER ->
                builder.set(fact, facts.codes(fact).getFirst());
            case SET -> builder.set(fact, facts.codes(fact));
            case BOOLEAN -> builder.set(fact, facts.bits(fact) != 0);
            case INTEGER -> builder.set(fact, facts.bits(fact));
        }
    }
}
