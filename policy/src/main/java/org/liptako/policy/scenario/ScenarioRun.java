package org.liptako.policy.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Obligation;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;

/** Judges scenarios by the embedded engine and compares with what they expect. */
public final class ScenarioRun {

    private final CompiledEngine engine;

    public ScenarioRun(RuleSet rules) {
        this.engine = new CompiledEngine(rules);
    }

    /** Every scenario's result, in their order. */
    public List<ScenarioResult> run(List<Scenario> scenarios) {
        return scenarios.stream().map(this::run).toList();
    }

    private ScenarioResult run(Scenario scenario) {
        return switch (engine.judge(scenario.facts())) {
            case Judgement.Decided decided ->
                new ScenarioResult(
                        scenario, decided.decision(), mismatches(scenario.expectation(), decided.decision()));
            case Judgement.Undecided undecided ->
                throw new IllegalStateException("the embedded engine always decides: " + undecided.detail());
        };
    }

    private static List<Bilingual> mismatches(Expectation expected, Decision decision) {
        List<Bilingual> mismatches = new ArrayList<>();
        List<String> cited = cited(decision);
        if (expected.verdict() != decision.verdict()) {
            mismatches.add(new Bilingual(
                            "verdict : attendu « %s », obtenu « %s » (%s)", "verdict: expected \"%s\", got \"%s\" (%s)")
                    .with(word(expected.verdict()), word(decision.verdict()), because(decision, cited)));
        }
        compare("règles citées", "rules cited", expected.rules(), cited, mismatches);
        compare("obligations", "obligations", expected.obligations(), owed(decision), mismatches);
        compare("faits manquants", "missing facts", expected.missing(), decision.missing(), mismatches);
        return mismatches;
    }

    private static void compare(
            String french,
            String english,
            @Nullable List<String> expected,
            List<String> got,
            List<Bilingual> mismatches) {
        if (expected != null && !expected.equals(got)) {
            mismatches.add(new Bilingual(
                    "%s : attendu %s, obtenu %s".formatted(french, expected, got),
                    "%s: expected %s, got %s".formatted(english, expected, got)));
        }
    }

    private static Bilingual because(Decision decision, List<String> cited) {
        List<String> rules = Stream.concat(cited.stream(), decision.obligedBy().stream())
                .distinct()
                .toList();
        if (!decision.missing().isEmpty()) {
            String missing = String.join(", ", decision.missing());
            return new Bilingual("manquent : " + missing, "missing: " + missing);
        }
        return rules.isEmpty()
                ? new Bilingual("aucune règle ne permet", "no rule permits")
                : new Bilingual("règles " + String.join(", ", rules), "rules " + String.join(", ", rules));
    }

    private static Bilingual word(Verdict verdict) {
        return switch (verdict) {
            case PERMIT -> new Bilingual("permis", "permit");
            case DENY -> new Bilingual("refusé", "deny");
            case INDETERMINATE -> new Bilingual("indéterminé", "indeterminate");
            case CONFLICT -> new Bilingual("conflit", "conflict");
        };
    }

    private static List<String> cited(Decision decision) {
        return decision.findings().stream()
                .flatMap(finding -> finding.rules().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> owed(Decision decision) {
        return decision.obligations().stream()
                .map(Obligation::code)
                .distinct()
                .sorted()
                .toList();
    }
}
