package org.liptako.node.cli.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.cli.CommandFailure;
import org.liptako.policy.decision.Role;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.EngineIdentity;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Vocabulary;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class AnswerQueueTest {
    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final PolicyEngine SAMPLES = new CompiledEngine(samples());

    private final StringWriter out = new StringWriter();

    /** The first handful is answered only after the second: one after the other would never end. */
    @Test
    void answersInTheOrderOfTheLinesWhicheverIsReadyFirst() {
        CountDownLatch second = new CountDownLatch(1);
        List<String> lines = new ArrayList<>(Collections.nCopies(AnswerQueue.HANDFUL, facts("ML")));
        lines.add(facts("NE"));
        answer(lines, facts -> {
            if (home(facts).equals("NE")) {
                second.countDown();
            } else {
                await(second);
            }
            return SAMPLES.judge(facts);
        });

        assertThat(out.toString().lines().map(AnswerQueueTest::firstJurisdiction))
                .startsWith("ML")
                .hasSize(lines.size())
                .endsWith("NE");
    }

    @Test
    void leavesALineThatIsNoFactsInItsPlace() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lines.add(i % 7 == 3 ? "{\"dataset\": {\"clasification\": \"" + i + "\"}}" : facts("BF"));
        }
        lines.set(50, "");
        answer(lines, SAMPLES::judge);

        List<String> answers = out.toString().lines().toList();
        assertThat(answers).hasSize(200);
        for (int i = 0; i < 200; i++) {
            assertThat(answers.get(i).startsWith("{\"error\":")).as("line " + i).isEqualTo(i == 50 || i % 7 == 3);
        }
    }

    @Test
    void endsTheCommandWhereTheEngineIsSilentAndGivesWhatWasAnsweredBefore() {
        assertThatThrownBy(() -> answer(
                        List.of(facts("ML"), facts("NE"), facts("ML")),
                        facts -> home(facts).equals("NE")
                                ? new Judgement.Undecided(
                                        SAMPLES.ruleSetDigest(),
                                        SAMPLES.identity(),
                                        Judgement.Failure.ENGINE_UNAVAILABLE,
                                        "gone")
                                : SAMPLES.judge(facts)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("gone");

        assertThat(out.toString()).hasLineCount(1);
    }

    private void answer(List<String> lines, Function<Facts, Judgement> engine) {
        DecisionLine decisions = new DecisionLine(new FactsReader(VOCABULARY), new Asked(engine));
        try (AnswerQueue answers = new AnswerQueue(decisions, new PrintWriter(out))) {
            lines.forEach(line -> answers.ask(line.getBytes(UTF_8)));
            answers.flush();
        }
    }

    private static String facts(String home) {
        return """
                {"at": "2026-07-01T00:00:00Z", "operation": "REPLICATE", "dataset": {"home": "%s"}, "target": {"state": "FR"}}""".formatted(home);
    }

    private static String home(Facts facts) {
        return facts.codes(VOCABULARY.theFact("dataset.home")).getFirst();
    }

    private static String firstJurisdiction(String decision) {
        return decision.replaceFirst(".*?\"jurisdiction\":\\s*\"(\\w+)\".*", "$1");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuleSet samples() {
        return switch (new RuleLoader(VOCABULARY).load(Path.of("src/main/samples/rules"))) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected ->
                throw new AssertionError(rejected.errors().getFirst());
        };
    }

    private record Asked(Function<Facts, Judgement> engine) implements PolicyEngine {
        @Override
        public Judgement judge(Facts facts, Set<Role> roles) {
            return engine.apply(facts);
        }

        @Override
        public String ruleSetDigest() {
            return SAMPLES.ruleSetDigest();
        }

        @Override
        public EngineIdentity identity() {
            return SAMPLES.identity();
        }
    }
}
