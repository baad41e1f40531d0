package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
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

    /** So many sets of generated rules are tried for what must be met at least once; they are the same in every run. */
    private static final int ENOUGH = 100;

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void oneMoreBanNeverPermits(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @LongRange(min = 0, max = 1_000_000) long ban,
            @ForAll Random random) {
        tryOneMoreBan(seed, ban, random.nextLong());
    }

    @Example
    void everyVerdictIsMetWhereABanIsAdded() {
        Set<Verdict> met = EnumSet.noneOf(Verdict.class);
        for (int seed = 0; seed < ENOUGH && met.size() < Verdict.values().length; seed++) {
            met.addAll(tryOneMoreBan(seed, seed, seed));
        }
        assertThat(met).containsExactlyInAnyOrder(Verdict.values());
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void theOrderOfFilesRulesKeysAndSetMembersChangesNoByte(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll Random random)
            throws FactsException, JsonProcessingException {
        tryOrder(seed, random);
    }

    @Example
    void everyVerdictIsMetInEveryOrder() throws FactsException, JsonProcessingException {
        Set<Verdict> met = EnumSet.noneOf(Verdict.class);
        for (int seed = 0; seed < ENOUGH && met.size() < Verdict.values().length; seed++) {
            met.addAll(tryOrder(seed, new Random(seed)));
        }
        assertThat(met).containsExactlyInAnyOrder(Verdict.values());
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void whereThereIsNoRuleEveryStateAskedDeniesForWantOfAPermission(@ForAll Random random) {
        trySilence(random.nextLong());
    }

    @Example
    void oneStateAloneAndTwoAreAskedWhereThereIsNoRule() {
        Set<Integer> states = new HashSet<>();
        for (int seed = 0; seed < ENOUGH && states.size() < 2; seed++) {
            states.addAll(trySilence(seed));
        }
        assertThat(states).containsExactlyInAnyOrder(1, 2);
    }

    /** The verdicts that were met before the ban. */
    private static Set<Verdict> tryOneMoreBan(long seed, long ban, long factsSeed) {
        Set<Verdict> met = EnumSet.noneOf(Verdict.class);
        List<SourceFile> files = GeneratedRules.files(seed);
        RuleSet stricter = GeneratedRules.load(Stream.concat(files.stream(), Stream.of(GeneratedRules.ban(ban)))
                .toList());
        PolicyEngine engine = new CompiledEngine(GeneratedRules.load(files));
        PolicyEngine stricterEngine = new CompiledEngine(stricter);
        for (Facts facts : new GeneratedFacts(stricter, factsSeed).facts(150)) {
            Verdict verdict = engine.judge(facts).verdict();
            met.add(verdict);
            if (verdict != Verdict.PERMIT) {
                assertThat(stricterEngine.judge(facts).verdict())
                        .as(() -> "rules %d, ban %d: %s"
                                .formatted(seed, ban, new FactsWriter(facts.vocabulary()).write(facts)))
                        .isNotEqualTo(Verdict.PERMIT);
            }
        }
        return met;
    }

    /** The verdicts that were met. */
    private static Set<Verdict> tryOrder(long seed, Random random) throws FactsException, JsonProcessingException {
        Set<Verdict> met = EnumSet.noneOf(Verdict.class);
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
            met.add(decision.verdict());
            assertThat(decision(shuffledEngine, reader.read(shuffle.shuffled(document))))
                    .extracting(DecisionDocuments::text)
                    .as(() -> "rules %d, %s".formatted(seed, document))
                    .isEqualTo(DecisionDocuments.text(decision));
        }
        return met;
    }

    /** How many States were asked; only with the needed facts known, since without them nobody is (section 4). */
    private static Set<Integer> trySilence(long factsSeed) {
        Set<Integer> met = new HashSet<>();
        RuleSet none = new Rulebook().ruleSet();
        PolicyEngine engine = new CompiledEngine(none);
        for (Facts facts : new GeneratedFacts(none, factsSeed).facts(40)) {
            if (NEEDED.stream().map(none.vocabulary()::theFact).allMatch(facts::isKnown)) {
                Decision decision = decision(engine, facts);
                assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
                List<Finding> ofStates = decision.findings().stream()
                        .filter(finding -> finding.jurisdiction().isState())
                        .toList();
                assertThat(ofStates).extracting(Finding::reason).containsOnly(Reason.NO_PERMISSION);
                met.add(ofStates.size());
            }
        }
        return met;
    }

    private static Decision decision(PolicyEngine engine, Facts facts) {
        return ((Judgement.Decided) engine.judge(facts)).decision();
    }
}
