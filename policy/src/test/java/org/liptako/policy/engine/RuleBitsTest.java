package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liptako.policy.rules.Rule;

/** Places on both sides of a word's end (63, 64) and in the last word that is not full. */
class RuleBitsTest {
    private static final int RULES = 130;

    @Test
    void holdsWhatTheTestTakesAndNothingElse() {
        RuleBits thirds = RuleBits.where(RULES, rule -> rule % 3 == 0);

        for (int rule = 0; rule < RULES; rule++) {
            assertThat(thirds.has(rule)).as("rule %d", rule).isEqualTo(rule % 3 == 0);
        }
    }

    @Test
    void addsAndRemovesOneRuleAndLeavesTheOthers() {
        for (int rule : List.of(0, 1, 63, 64, 65, 127, 128, RULES - 1)) {
            int that = rule;
            RuleBits bits = RuleBits.none(RULES);
            bits.add(rule);
            bits.add(rule);
            assertThat(bits).isEqualTo(RuleBits.where(RULES, one -> one == that));

            RuleBits without = RuleBits.where(RULES, one -> true);
            without.remove(rule);
            without.remove(rule);
            assertThat(without).isEqualTo(RuleBits.where(RULES, one -> one != that));
        }
    }

    @Test
    void joinsAndMeetsInPlace() {
        RuleBits even = RuleBits.where(RULES, rule -> rule % 2 == 0);
        RuleBits thirds = RuleBits.where(RULES, rule -> rule % 3 == 0);

        RuleBits either = even.copy();
        assertThat(either.or(thirds)).isSameAs(either);
        assertThat(either).isEqualTo(RuleBits.where(RULES, rule -> rule % 2 == 0 || rule % 3 == 0));

        RuleBits both = even.copy();
        assertThat(both.and(thirds)).isSameAs(both);
        assertThat(both).isEqualTo(RuleBits.where(RULES, rule -> rule % 6 == 0));
    }

    @Test
    void aCopyIsOnItsOwn() {
        RuleBits none = RuleBits.none(RULES);
        RuleBits copy = none.copy();
        copy.add(64);

        assertThat(none).isEqualTo(RuleBits.none(RULES)).isNotEqualTo(copy);
    }

    @Test
    void equalSetsAreOneInAMap() {
        RuleBits last = RuleBits.where(RULES, rule -> rule == RULES - 1);
        RuleBits same = RuleBits.none(RULES);
        same.add(RULES - 1);

        assertThat(last).hasSameHashCodeAs(same);
        assertThat(last.hashCode()).isNotEqualTo(RuleBits.none(RULES).hashCode());
        assertThat(last.equals(new Object())).isFalse();
    }

    @Test
    void givesItsRulesOnceAndInTheirOrder() {
        Rulebook book = new Rulebook();
        IntStream.range(100, 100 + RULES).forEach(number -> book.rule("ML-" + number, "effet: autoriser"));
        List<Rule> rules = book.ruleSet().rules();
        FormCompiler forms = new FormCompiler();
        CompiledRule[] shelf = IntStream.range(0, RULES)
                .mapToObj(place -> new CompiledRule(
                        rules.get(place), Map.of(rules.get(place).id(), place), forms))
                .toArray(CompiledRule[]::new);
        Candidates candidates = new Candidates();

        RuleBits.where(RULES, rule -> List.of(0, 1, 63, 64, 128, 129).contains(rule))
                .addTo(candidates, shelf);

        assertThat(Arrays.stream(candidates.byId()).map(CompiledRule::id))
                .containsExactly("ML-100", "ML-101", "ML-163", "ML-164", "ML-228", "ML-229");
    }
}
