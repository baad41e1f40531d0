package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Obligation;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsWriter;
import org.liptako.policy.generated.GeneratedFacts;
import org.liptako.policy.generated.GeneratedRules;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Fact;

/** Section 6: ignorance never permits, and frees from no duty. */
class IgnoranceLaws {
    private static final int DOCUMENTS_EACH = 40;

    /** So many sets of generated rules are tried for what must be met at least once; they are the same in every run. */
    private static final int ENOUGH = 100;

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void takingAFactAwayOnlyRaisesADoubtOrSilencesAConflict(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll Random random) throws FactsException {
        tryDoubts(seed, random.nextLong());
    }

    @Example
    void everyVerdictIsMetWhereFactsAreTakenAway() throws FactsException {
        Set<Verdict> met = EnumSet.noneOf(Verdict.class);
        for (int seed = 0; seed < ENOUGH && met.size() < Verdict.values().length; seed++) {
            met.addAll(tryDoubts(seed, seed));
        }
        assertThat(met).containsExactlyInAnyOrder(Verdict.values());
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void takingAFactAwayFreesFromNoDutyButThatOfALapsedPermission(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll Random random) throws FactsException {
        tryDuties(seed, random.nextLong());
    }

    @Example
    void permitsThatKeepTheirDutiesAndPermitsThatLoseSomeAreMet() throws FactsException {
        Set<Boolean> lost = new HashSet<>();
        for (int seed = 0; seed < ENOUGH && lost.size() < 2; seed++) {
            lost.addAll(tryDuties(seed, seed));
        }
        assertThat(lost).containsExactlyInAnyOrder(true, false);
    }

    /** The verdicts that were met. */
    private static Set<Verdict> tryDoubts(long seed, long factsSeed) throws FactsException {
        Set<Verdict> met = EnumSet.noneOf(Verdict.class);
        RuleSet rules = GeneratedRules.ruleSet(seed);
        PolicyEngine engine = new CompiledEngine(rules);
        for (Facts facts : new GeneratedFacts(rules, factsSeed).facts(DOCUMENTS_EACH)) {
            Verdict verdict = engine.judge(facts).verdict();
            met.add(verdict);
            Set<Verdict> lawful = EnumSet.of(verdict, Verdict.INDETERMINATE);
            if (verdict == Verdict.CONFLICT) {
                lawful.add(Verdict.DENY);
            }
            for (Fact fact : known(facts)) {
                assertThat(engine.judge(without(fact, facts)).verdict())
                        .as(() -> told(seed, facts, fact))
                        .isIn(lawful);
            }
        }
        return met;
    }

    /** Whether a permit was met that stays and loses duties, and one that stays and keeps duties. */
    private static Set<Boolean> tryDuties(long seed, long factsSeed) throws FactsException {
        Set<Boolean> met = new HashSet<>();
        RuleSet rules = GeneratedRules.ruleSet(seed);
        PolicyEngine engine = new CompiledEngine(rules);
        for (Facts facts : new GeneratedFacts(rules, factsSeed).facts(DOCUMENTS_EACH)) {
            Decision decision = decision(engine, facts);
            // Where there is no permit there is no obligation to lose.
            for (Fact fact : decision.verdict() == Verdict.PERMIT ? known(facts) : List.<Fact>of()) {
                Decision after = decision(engine, without(fact, facts));
                if (after.verdict() == Verdict.PERMIT) {
                    List<Obligation> lost = lost(decision, after);
                    assertThat(lost)
                            .as(() -> told(seed, facts, fact))
                            .allMatch(one -> isOfLapsedPermission(one, rules, after));
                    if (!lost.isEmpty() || !after.obligations().isEmpty()) {
                        met.add(!lost.isEmpty());
                    }
                }
            }
        }
        return met;
    }

    private static Decision decision(PolicyEngine engine, Facts facts) {
        return ((Judgement.Decided) engine.judge(facts)).decision();
    }

    private static List<Fact> known(Facts facts) {
        return facts.vocabulary().facts().stream().filter(facts::isKnown).toList();
    }

    private static Facts without(Fact fact, Facts facts) throws FactsException {
        return facts.toBuilder().forget(fact).build();
    }

    private static List<Obligation> lost(Decision before, Decision after) {
        return before.obligations().stream()
                .filter(one -> !after.obligations().contains(one))
                .toList();
    }

    /** A permit cites every autoriser that fires T (section 4, the finding, 4). */
    private static boolean isOfLapsedPermission(Obligation lost, RuleSet rules, Decision permit) {
        return rules.rule(lost.rule()).orElseThrow().effect() == Effect.AUTORISER
                && permit.findings().stream()
                        .noneMatch(finding -> finding.rules().contains(lost.rule()));
    }

    private static String told(long seed, Facts facts, Fact fact) {
        return "rules %d, without %s: %s".formatted(seed, fact, new FactsWriter(facts.vocabulary()).write(facts));
    }
}
