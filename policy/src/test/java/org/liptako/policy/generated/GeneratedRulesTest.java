package org.liptako.policy.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Capacity;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;

class GeneratedRulesTest {

    @Test
    void generatesEveryEffectCapacityAndForm() {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        Set<Capacity> capacities = EnumSet.noneOf(Capacity.class);
        Set<Class<?>> forms = new HashSet<>();
        for (long seed = 0; seed < 60; seed++) {
            for (Rule rule : GeneratedRules.ruleSet(seed).rules()) {
                effects.add(rule.effect());
                capacities.add(rule.capacity());
                Stream.concat(rule.scope().forms(), rule.condition().forms())
                        .forEach(form -> forms.add(form.getClass()));
            }
        }
        assertThat(effects).containsExactlyInAnyOrder(Effect.values());
        assertThat(capacities).containsExactlyInAnyOrder(Capacity.values());
        assertThat(forms).containsExactlyInAnyOrder(Condition.class.getPermittedSubclasses());
    }

    @Test
    void generatesTheSameForTheSameSeed() {
        RuleSet one = GeneratedRules.ruleSet(7);
        assertThat(GeneratedRules.ruleSet(7).digest()).isEqualTo(one.digest());
        assertThat(new GeneratedFacts(one, 3).document()).isEqualTo(new GeneratedFacts(one, 3).document());
    }

    @Test
    void generatesDocumentsThatAreRead() {
        LongStream.range(0, 20).forEach(seed -> {
            RuleSet ruleSet = GeneratedRules.ruleSet(seed);
            GeneratedFacts facts = new GeneratedFacts(ruleSet, seed);
            for (int i = 0; i < 100; i++) {
                Facts one = facts.facts();
                assertThat(one.vocabulary()).isSameAs(ruleSet.vocabulary());
            }
        });
    }
}
