package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liptako.policy.decision.Role;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;

class CompiledEngineTest extends JudgingContract {
    private static final Facts FACTS = Documents.toBurkina("");

    @Override
    protected PolicyEngine engine(RuleSet rules) {
        return new CompiledEngine(rules);
    }

    @Test
    void anEngineThatFollowsAnotherJudgesByItsOwnRulesAndLeavesTheOtherAlone() {
        RuleSet before = new Rulebook()
                .rule("ML-A", "effet: autoriser")
                .rule("BF-A", "effet: autoriser")
                .ruleSet();
        RuleSet stricter = new Rulebook().rule("AES-B", "effet: interdire").ruleSet();
        Map<Jurisdiction, Compendium> compendia = new EnumMap<>(Jurisdiction.class);
        Jurisdiction.all()
                .forEach(one -> compendia.put(one, one == Jurisdiction.AES ? stricter.of(one) : before.of(one)));
        RuleSet after = new RuleSet(before.vocabulary(), compendia);

        CompiledEngine first = new CompiledEngine(before);
        CompiledEngine second = first.followedBy(after);

        assertThat(second.ruleSetDigest()).isEqualTo(after.digest());
        assertThat(second.judge(FACTS)).isEqualTo(new CompiledEngine(after).judge(FACTS));
        assertThat(second.judge(FACTS).verdict()).isEqualTo(Verdict.DENY);
        assertThat(first.judge(FACTS).verdict()).isEqualTo(Verdict.PERMIT);
        assertThat(second.followedBy(before).judge(FACTS)).isEqualTo(first.judge(FACTS));
    }

    @Test
    void saysWhatItIsAndJudgesAtOnce() {
        CompiledEngine engine = new CompiledEngine(new Rulebook().ruleSet());

        assertThat(engine.identity().name()).isEqualTo("embedded");
        assertThat(engine.judge(FACTS).engine()).isEqualTo(engine.identity());
        assertThat(engine.judgesAtOnce()).isTrue();
    }

    @Test
    void leavesOfManyRulesThoseThatMayFire() {
        Rulebook book = new Rulebook();
        for (int number = 100; number < 150; number++) {
            book.rule(
                    "ML-" + number, "effet: interdire, champ: {operation: repliquer, jeu.id: DS-%d}".formatted(number));
        }
        CompiledEngine engine = new CompiledEngine(book.ruleSet());
        String named =
                "{'at': '2026-07-01T00:00:00Z', 'operation': '%s', 'dataset': {'home': 'ML', 'id': 'DS-101'}, 'target': {'state': '%s'}}";

        assertThat(engine.candidates(Documents.facts(named.formatted("REPLICATE", "BF")), Role.HOME))
                .isEqualTo(1);
        assertThat(engine.candidates(Documents.facts(named.formatted("STORE", "BF")), Role.HOME))
                .isZero();
        assertThat(engine.candidates(FACTS, Role.HOME)).as("an untold dataset").isEqualTo(50);
        assertThat(engine.candidates(Documents.facts(named.formatted("REPLICATE", "FR")), Role.HOST))
                .as("nobody is asked")
                .isZero();
    }
}
