package org.liptako.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.policy.analysis.question.Remark.Kind;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Derogation;
import org.liptako.policy.decision.Finding;
import org.liptako.policy.decision.Reason;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.generated.GeneratedFacts;
import org.liptako.policy.generated.GeneratedRules;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;

/** Whatever a sampled document shows, the analysis has said; what the analysis says never happens, no document shows. */
class AnalysisSamplingTest {
    private static final Instant AT = Instant.parse("2026-12-01T00:00:00Z");
    private static final int DOCUMENTS = 2_000;

    /** A kind of remark and the rules that it is about; of a pair, the first rule alone means "and others still". */
    private record Claim(Kind kind, List<String> rules) {}

    @ParameterizedTest
    @ValueSource(longs = {3, 11, 19, 23})
    void agreesWithEverySampledDocument(long seed) {
        RuleSet rules = GeneratedRules.ruleSet(seed, 60);
        Set<Claim> said = RuleSetAnalysis.at(rules, AT).stream()
                .map(remark -> new Claim(remark.kind(), remark.rules()))
                .collect(Collectors.toSet());
        CompiledEngine engine = new CompiledEngine(rules);
        GeneratedFacts documents = new GeneratedFacts(rules, seed);

        List<Decision> decisions = Stream.generate(documents::facts)
                .limit(DOCUMENTS)
                .map(facts -> decide(engine, facts))
                .toList();

        assertThat(decisions.stream().flatMap(decision -> shown(rules, decision)))
                .isNotEmpty()
                .allMatch(claim -> said.contains(claim)
                        || said.contains(new Claim(claim.kind(), claim.rules().subList(0, 1))));
        assertThat(decisions.stream().flatMap(AnalysisSamplingTest::disproved))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(said);
    }

    /** Every rule that is obliged or lifts something, beside every ban that still stands. */
    private static Stream<Claim> shown(RuleSet rules, Decision decision) {
        List<Rule> bans = decision.findings().stream()
                .filter(finding -> finding.reason() == Reason.PROHIBITED)
                .flatMap(finding -> finding.rules().stream())
                .map(id -> rules.rule(id).orElseThrow())
                .toList();
        Stream<Claim> collisions = decision.obligedBy().stream()
                .flatMap(obliger -> bans.stream().map(ban -> claim(Kind.OBLIGED_AND_BANNED, obliger, ban.id())));
        Stream<Claim> vain = lifting(decision)
                .map(by -> rules.rule(by).orElseThrow())
                .flatMap(by -> bans.stream()
                        .filter(ban -> !by.derogatesFrom().contains(ban.id()))
                        .filter(ban -> ban.jurisdiction() == by.jurisdiction()
                                || !ban.jurisdiction().isState())
                        .map(ban -> claim(Kind.LIFTED_IN_VAIN, by.id(), ban.id())));
        return Stream.concat(collisions, vain);
    }

    /** What cannot be said of a rule that has just acted. */
    private static Stream<Claim> disproved(Decision decision) {
        Stream<Claim> fired = decision.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.INDETERMINATE)
                .flatMap(finding -> finding.rules().stream())
                .flatMap(rule -> Stream.of(claim(Kind.NEVER_FIRES, rule), claim(Kind.ALWAYS_MET, rule)));
        Stream<Claim> permitted = decision.verdict() == Verdict.PERMIT
                ? decision.findings().stream()
                        .map(Finding::rules)
                        .flatMap(List::stream)
                        .map(rule -> claim(Kind.SHADOWED_PERMISSION, rule))
                : Stream.empty();
        Stream<Claim> lifted = lifting(decision).map(rule -> claim(Kind.IDLE_DEROGATION, rule));
        return Stream.of(fired, permitted, lifted).flatMap(claims -> claims);
    }

    private static Stream<String> lifting(Decision decision) {
        return decision.findings().stream()
                .flatMap(finding -> finding.derogations().stream())
                .map(Derogation::by)
                .distinct();
    }

    private static Claim claim(Kind kind, String... rules) {
        return new Claim(kind, List.of(rules));
    }

    private static Decision decide(CompiledEngine engine, Facts facts) {
        try {
            return ((Judgement.Decided) engine.judge(facts.toBuilder().at(AT).build())).decision();
        } catch (FactsException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
