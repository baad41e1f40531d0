package org.liptako.policy.explain;

import java.util.List;
import java.util.stream.Stream;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * Why a rule spoke, or did not, in one case: from the facts through its conditions to the law that it rests on.
 *
 * @param fires the truth with which it fired
 * @param effect what it did, or would have done, in a sentence that the grounds complete
 * @param when the lines of when it speaks; for an exiger those of {@code champ} alone
 * @param demand what an exiger requires; none for other rules
 * @param bases the law, a sentence for each text
 */
public record RuleGrounds(
        Rule rule, Truth fires, Bilingual effect, List<Ground> when, List<Ground> demand, List<Bilingual> bases) {

    public RuleGrounds {
        when = List.copyOf(when);
        demand = List.copyOf(demand);
        bases = bases.stream()
                .map(basis -> new Bilingual(FrenchText.of(basis.fr()), basis.en()))
                .toList();
    }

    static RuleGrounds of(Rule rule, Facts facts, RuleWords words) {
        boolean exiger = rule.effect() == Effect.EXIGER;
        Condition.All when = exiger ? rule.scope() : both(rule);
        FormTruth truth = new FormTruth(facts);
        Truth met = truth.of(rule.scope()).and(truth.of(rule.condition()));
        Truth fires =
                exiger ? truth.of(rule.scope()).and(truth.of(rule.condition()).not()) : met;
        return new RuleGrounds(
                rule,
                fires,
                EffectWords.of(rule, fires, met),
                Ground.of(when, facts),
                exiger ? Ground.of(rule.condition(), facts) : List.of(),
                words.bases(rule));
    }

    private static Condition.All both(Rule rule) {
        return new Condition.All(Stream.concat(rule.scope().parts().stream(), Stream.of(rule.condition()))
                .toList());
    }
}
