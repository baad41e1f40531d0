package org.liptako.policy.opa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.DecisionDocuments;
import org.liptako.policy.decision.Role;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsWriter;
import org.liptako.policy.generated.GeneratedFacts;
import org.liptako.policy.generated.GeneratedRules;
import org.liptako.policy.rules.RuleSet;

/**
 * A million generated decisions, byte for byte the same from both engines; into {@code target/measures/decisions.md}. OPA is asked about many
 * documents at once; {@code -Dliptako.decisions=N} asks for fewer.
 */
@Tag("measure")
class DecisionsAgreeMeasure {
    private static final int DECISIONS = Integer.getInteger("liptako.decisions", 1_000_000);
    private static final int RULE_SETS = 500;
    private static final int TOGETHER = 100;
    private static final int FIRST_SEED = 1_000;
    private static final int MOST_TOLD = 20;
    private static final List<Set<Role>> ASKED =
            List.of(EnumSet.allOf(Role.class), EnumSet.of(Role.HOME, Role.REGION), EnumSet.of(Role.HOST, Role.REGION));

    @RegisterExtension
    static final OwnOpa OPA = OwnOpa.patient();

    /** What became of the documents of one rule set. */
    private record Outcome(Map<Verdict, Long> verdicts, List<String> differences) {}

    @Test
    void bothEnginesGiveTheSameDocument() throws IOException {
        long begun = System.nanoTime();
        List<Outcome> outcomes = IntStream.range(FIRST_SEED, FIRST_SEED + RULE_SETS)
                .parallel()
                .mapToObj(DecisionsAgreeMeasure::outcome)
                .toList();
        Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        outcomes.forEach(one -> one.verdicts().forEach((verdict, count) -> verdicts.merge(verdict, count, Long::sum)));
        List<String> differences =
                outcomes.stream().flatMap(one -> one.differences().stream()).toList();
        long decided = verdicts.values().stream().mapToLong(Long::longValue).sum();
        Files.writeString(
                Files.createDirectories(Path.of("target", "measures")).resolve("decisions.md"),
                String.format(
                        Locale.ROOT,
                        "%,d decisions over %d rule sets %s, %d differences, in %d s%n",
                        decided,
                        RULE_SETS,
                        verdicts,
                        differences.size(),
                        Duration.ofNanos(System.nanoTime() - begun).toSeconds()));

        assertThat(differences.stream().limit(MOST_TOLD)).isEmpty();
        assertThat(decided).isEqualTo(DECISIONS / RULE_SETS * (long) RULE_SETS);
        assertThat(verdicts).containsOnlyKeys(Verdict.values());
    }

    private static Outcome outcome(int seed) {
        RuleSet rules = GeneratedRules.ruleSet(seed);
        CompiledEngine embedded = new CompiledEngine(rules);
        GeneratedFacts generated = new GeneratedFacts(rules, seed);
        Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        List<String> differences = new ArrayList<>();
        OpaRules opa = new OpaRules(OPA.client());
        opa.load(rules);
        int left = DECISIONS / RULE_SETS;
        while (left > 0) {
            List<Facts> documents = generated.facts(Math.min(TOGETHER, left));
            left -= documents.size();
            List<String> answers = answers(opa, rules, documents);
            for (int i = 0; i < documents.size(); i++) {
                Decision decision = decision(embedded, documents.get(i), roles(i));
                verdicts.merge(decision.verdict(), 1L, Long::sum);
                if (!DecisionDocuments.text(decision).equals(answers.get(i))) {
                    differences.add("rules " + seed + ", " + new FactsWriter(rules.vocabulary()).write(documents.get(i))
                            + "\\n embedded " + DecisionDocuments.text(decision) + "\\n opa      " + answers.get(i));
                }
            }
        }
        opa.forget(rules);
        return new Outcome(verdicts, differences);
    }

    private static Set<Role> roles(int document) {
        return ASKED.get(document % ASKED.size());
    }

    /** The answers to many documents, in their order. */
    private static List<String> answers(OpaRules opa, RuleSet rules, List<Facts> documents) {
        List<OpaQuestions.Asked> questions = IntStream.range(0, documents.size())
                .mapToObj(i -> new OpaQuestions.Asked(documents.get(i), roles(i)))
                .toList();
        return opa.judge(rules.digest(), new FactsWriter(rules.vocabulary()), questions).orElseThrow().stream()
                .map(DecisionDocuments::text)
                .toList();
    }

    private static Decision decision(CompiledEngine embedded, Facts facts, Set<Role> roles) {
        return ((Judgement.Decided) embedded.judge(facts, roles)).decision();
    }
}
