package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.DecisionDocuments;
import org.liptako.policy.decision.Finding;
import org.liptako.policy.decision.Reason;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.facts.FactsWriter;
import org.liptako.policy.generated.GeneratedFacts;
import org.liptako.policy.generated.GeneratedRules;
import org.liptako.policy.generated.JsonShuffle;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.rules.YamlShuffle;

/** Section 6: bans, order, and the absence of law. */
class JudgingLaws {
    private static final List<String> NEEDED = List.of("dataset.home", "target.state", "operation");

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    @StatisticsReport(onFailureOnly = true)
    void oneMoreBanNeverPermits(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @LongRange(min = 0, max = 1_000_000) long ban,
            @ForAll Random random) {
        List<SourceFile> files = GeneratedRules.files(seed);
        RuleSet stricter = GeneratedRules.load(Stream.concat(files.stream(), Stream.of(GeneratedRules.ban(ban)))
                .toList());
        PolicyEngine engine = new CompiledEngine(GeneratedRules.load(files));
        PolicyEngine stricterEngine = new CompiledEngine(stricter);
        for (Facts facts : new GeneratedFacts(stricter, random.nextLong()).facts(150)) {
            Verdict verdict = engine.judge(facts).verdict();
            Statistics.collect(verdict);
            if (verdict != Verdict.PERMIT) {
                assertThat(stricterEngine.judge(facts).verdict())
                        .as(() -> "rules %d, ban %d: %s"
                                .formatted(seed, ban, new FactsWriter(facts.vocabulary()).write(facts)))
                        .isNotEqualTo(Verdict.PERMIT);
            }
        }
        everyVerdictIsReached();
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    @StatisticsReport(onFailureOnly = true)
    void theOrderOfFilesRulesKeysAndSetMembersChangesNoByte(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll Random random)
            throws FactsException, JsonProcessingException {
        List<SourceFile> files = new ArrayList<>(GeneratedRules.files(seed));
        RuleSet rules = GeneratedRules.load(files);
        files.replaceAll(new YamlShuffle(random)::shuffled);
        Collections.shuffle(files, random);
        PolicyEngine engine = new CompiledEngine(rules);
        PolicyEngine shuffledEngine = new CompiledEngine(GeneratedRules.load(files));
        FactsReader reader = new FactsReader(rules.vocabulary());
        JsonShuffle shuffle = new JsonShuffle(random);
        GeneratedFacts generated = new GeneratedFacts(rules, random.nextLong());
        for (int i = 0; i < 100; i++) {
            String document = generated.document();
            Decision decision = decision(engine, reader.read(document));
            Statistics.collect(decision.verdict());
            assertThat(decision(shuffledEngine, reader.read(shuffle.shuffled(document))))
                    .extracting(DecisionDocuments::text)
                    .as(() -> "rules %d, %s".formatted(seed, document))
                    .isEqualTo(DecisionDocuments.text(decision));
        }
        everyVerdictIsReached();
    }

    /** With the needed facts known; without them nobody is asked (section 4). */
    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    @StatisticsReport(onFailureOnly = true)
    void whereThereIsNoRuleEveryStateAskedDeniesForWantOfAPermission(@ForAll Random random) {
        RuleSet none = new Rulebook().ruleSet();
        PolicyEngine engine = new CompiledEngine(none);
        for (Facts facts : new GeneratedFacts(none, random.nextLong()).facts(40)) {
            if (NEEDED.stream().map(none.vocabulary()::theFact).allMatch(facts::isKnown)) {
                Decision decision = decision(engine, facts);
                assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
                List<Finding> ofStates = decision.findings().stream()
                        .filter(finding -> finding.jurisdiction().isState())
                        .toList();
                assertThat(ofStates).extracting(Finding::reason).containsOnly(Reason.NO_PERMISSION);
                Statistics.collect(ofStates.size());
            }
        }
        Statistics.coverage(states -> {
            states.check(1).count(times -> times > 0);
            states.check(2).count(times -> times > 0);
        });
    }

    private static Decision decision(PolicyEngine engine, Facts facts) {
        return ((Judgement.Decided) engine.judge(facts)).decision();
    }

    private static void everyVerdictIsReached() {
        Statistics.coverage(reached ->
                List.of(Verdict.values()).forEach(one -> reached.check(one).count(times -> times > 0)));
    }
}
