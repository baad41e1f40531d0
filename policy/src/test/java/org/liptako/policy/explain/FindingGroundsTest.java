package org.liptako.policy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.Documents;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.Rulebook;
import org.liptako.policy.engine.SampleRulesContract;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Fact;

class FindingGroundsTest {
    private static final String REQUIRES =
            "effet: exiger, champ: {operation: repliquer}, condition: {un_de: [{fait: copie.chiffree, est: oui}, {fait: lieu.niveau, au_moins: 3}]}";

    @Test
    void showsWhatABanRequiredAndWhatWasNotSo() {
        FindingGrounds home = home(
                new Rulebook()
                        .rule("ML-1", "effet: autoriser")
                        .rule("ML-2", REQUIRES)
                        .ruleSet(),
                Documents.facts(
                        "{'at': '2026-07-01T00:00:00Z', 'operation': 'REPLICATE', 'dataset': {'home': 'ML'}, 'target': {'state': 'BF', 'tier': 2}, 'copy': {'encrypted': false}}"));

        RuleGrounds ban = home.rules().getFirst();
        assertThat(ban.rule().id()).isEqualTo("ML-2");
        assertThat(ban.fires()).isEqualTo(Truth.TRUE);
        assertThat(ban.when()).extracting(Ground::truth).containsExactly(Truth.TRUE);
        assertThat(ban.demand()).extracting(Ground::depth).containsExactly(0, 1, 1);
        assertThat(ban.demand()).extracting(Ground::truth).containsExactly(Truth.FALSE, Truth.FALSE, Truth.FALSE);
        assertThat(ban.demand().get(1).words().fr()).isEqualTo("la copie est chiffrée");
        assertThat(ban.demand().get(2).facts()).extracting(Fact::code).containsExactly("target.tier");
        assertThat(ban.bases()).isNotEmpty();
    }

    @Test
    void showsWhichFactIsUnknown() {
        FindingGrounds home = home(
                new Rulebook()
                        .rule("ML-1", "effet: autoriser")
                        .rule("ML-2", REQUIRES)
                        .ruleSet(),
                Documents.toBurkina("'copy': {'encrypted': false}"));

        assertThat(home.sentence().fr()).contains("il manque un fait");
        assertThat(home.rules().getFirst().demand())
                .extracting(Ground::truth)
                .containsExactly(Truth.UNKNOWN, Truth.FALSE, Truth.UNKNOWN);
        assertThat(home.rules().getFirst().effect().fr()).startsWith("On ne sait si elle interdit");
    }

    @Test
    void showsTheNearestPermissionsWhereNothingPermits() {
        Rulebook rules = new Rulebook();
        for (int i = 1; i <= 7; i++) {
            rules.rule("ML-" + i, "effet: autoriser, champ: {operation: heberger, finalite: justice}");
        }
        rules.rule("ML-9", "effet: autoriser, champ: {operation: repliquer, finalite: justice}");

        FindingGrounds home = home(rules.ruleSet(), Documents.toBurkina("'purpose': 'CARE'"));

        assertThat(home.rules()).hasSize(5);
        assertThat(home.rules().getFirst().rule().id()).isEqualTo("ML-9");
        assertThat(home.unsaid()).isEqualTo(3);
    }

    @Test
    void showsTheBanThatWasLiftedAndTheDerogationThatLiftedIt() {
        RuleSet rules = new Rulebook()
                .rule("ML-1", "effet: autoriser")
                .rule("ML-2", "effet: interdire")
                .rule("ML-3", "effet: deroger, deroge_a: [ML-2], condition: {pas: {fait: finalite, est: justice}}")
                .ruleSet();

        FindingGrounds home = home(rules, Documents.toBurkina("'purpose': 'CARE'"));

        assertThat(home.rules()).extracting(grounds -> grounds.rule().id()).containsExactly("ML-1", "ML-2", "ML-3");
        RuleGrounds lifter = home.rules().getLast();
        assertThat(lifter.effect().fr()).isEqualTo("Elle lève ML-2, car :");
        assertThat(lifter.when().getFirst().words().en()).isEqualTo("the purpose is not \"justice\"");
        assertThat(lifter.when().getFirst().truth()).isEqualTo(Truth.TRUE);
    }

    /** What is said of a rule that fires agrees with what the engine finds, for every finding of a set of rules. */
    @Test
    void agreesWithTheEngineOnEveryRuleThatItCites() {
        RuleSet samples = SampleRulesContract.samples();
        Facts facts = Documents.toBurkina("'copy': {'encrypted': true, 'return_clause': true}");

        decision(samples, facts).findings().forEach(finding -> {
            List<RuleGrounds> cited = FindingGrounds.of(finding, samples, facts).rules().stream()
                    .filter(grounds -> finding.rules().contains(grounds.rule().id()))
                    .toList();
            assertThat(cited).hasSize(finding.rules().size());
            assertThat(cited)
                    .allMatch(grounds -> grounds.fires() != Truth.FALSE
                            || grounds.effect().en().contains("obligations are owed"));
        });
    }

    private static FindingGrounds home(RuleSet rules, Facts facts) {
        return FindingGrounds.of(decision(rules, facts).findings().getFirst(), rules, facts);
    }

    private static Decision decision(RuleSet rules, Facts facts) {
        return switch (new CompiledEngine(rules).judge(facts)) {
            case Judgement.Decided decided -> decided.decision();
            case Judgement.Undecided silent -> throw new AssertionError(silent.detail());
        };
    }
}
