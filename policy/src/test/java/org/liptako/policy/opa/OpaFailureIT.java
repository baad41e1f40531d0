package org.liptako.policy.opa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.Documents;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.Judgement.Failure;
import org.liptako.policy.engine.Rulebook;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;

/** Whatever happens to OPA, nothing is permitted that it did not permit under exactly the rules asked for. */
class OpaFailureIT {
    private static final OpaLimits SHORT =
            new OpaLimits(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(30), 1 << 20);
    private static final RuleSet RULES = new Rulebook()
            .rule("ML-A", "effet: autoriser")
            .rule("BF-A", "effet: autoriser")
            .ruleSet();
    private static final RuleSet STRICTER = new Rulebook()
            .rule("ML-A", "effet: autoriser")
            .rule("BF-A", "effet: autoriser")
            .rule("AES-B", "effet: interdire")
            .ruleSet();
    private static final Jurisdiction MALI = Jurisdiction.of("ML").orElseThrow();
    private static final Facts FACTS = Documents.toBurkina("");

    private final OpaProcess process = OpaProcess.start(new OpaBinary(System.getenv(), line -> {}).find());
    private final OpaClient client = process.client(SHORT);
    private final OpaEngine engine = new OpaEngine(new OpaRules(client), RULES, Duration.ZERO);

    @BeforeEach
    void permits() {
        assertThat(engine.refill().join()).isTrue();
        assertThat(engine.judge(FACTS).verdict()).isEqualTo(Verdict.PERMIT);
    }

    @AfterEach
    void stop() {
        client.close();
        process.close();
    }

    @Test
    void anOpaThatWasKilledIsSilentAndIsFilledAgainBeforeItIsAsked() {
        process.handle().destroyForcibly();
        process.handle().onExit().join();

        assertThat(failure(engine.judge(FACTS))).contains(Failure.ENGINE_UNAVAILABLE);
        assertDecidesAgain();
    }

    @Test
    void anOpaThatLostTheRulesIsSilentUntilItHasThemAgain() {
        new OpaRules(client).forget(RULES);

        assertThat(failure(engine.judge(FACTS))).contains(Failure.ENGINE_UNAVAILABLE);
        assertDecidesAgain();
    }

    @Test
    void rulesUnderAnothersDigestAreNotJudgedBy() {
        client.putData(JudgeModule.CURRENT.data(RULES.digest()), OpaRules.json(OpaRuleSets.data(STRICTER)));

        assertThat(failure(engine.judge(FACTS))).contains(Failure.ENGINE_UNAVAILABLE);
        assertDecidesAgain();
    }

    @Test
    void aJurisdictionsRulesUnderAnothersDigestAreNotJudgedBy() {
        byte[] other = OpaRules.json(OpaLaws.data(RULES.of(Jurisdiction.AES), RULES.vocabulary()));
        client.putData(law(MALI), other);

        assertThat(failure(engine.judge(FACTS))).contains(Failure.ENGINE_UNAVAILABLE);
        assertDecidesAgain();
    }

    @Test
    void aJurisdictionsRulesThatAreGoneAreSilenceAndAreGivenAgain() {
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            client.deleteData(law(jurisdiction));
            // Niger is not asked about a copy of Mali's in Burkina Faso.
            if (!jurisdiction.name().equals("NE")) {
                assertThat(failure(engine.judge(FACTS))).contains(Failure.ENGINE_UNAVAILABLE);
            }
            assertDecidesAgain();
        }
    }

    @Test
    void rulesThatAreThereInPartAreNotJudgedBy() {
        String set = JudgeModule.CURRENT.data(RULES.digest());
        for (String part : List.of(
                set + "/facts",
                set + "/laws",
                law(MALI) + "/forms",
                law(MALI) + "/rules",
                law(MALI) + "/chambers",
                law(Jurisdiction.AES) + "/digest")) {
            client.deleteData(part);

            assertThat(engine.judge(FACTS).verdict()).as(part).isNotEqualTo(Verdict.PERMIT);
            new OpaRules(client).loadAnew(RULES);
        }
    }

    @Test
    void aFrozenOpaIsSilentUntilItThaws() throws Exception {
        signal("STOP");
        try {
            assertThat(failure(engine.judge(FACTS))).contains(Failure.ENGINE_UNAVAILABLE);
        } finally {
            signal("CONT");
        }
        assertDecidesAgain();
    }

    @Test
    void manyQuestionsAreAnsweredAsEachAloneWouldBe() {
        List<Facts> many = List.of(FACTS, Documents.facts("{'at': '2026-07-01T00:00:00Z'}"), FACTS);

        assertThat(engine.judgeAll(many))
                .isEqualTo(many.stream().map(engine::judge).toList())
                .extracting(Judgement::verdict)
                .containsExactly(Verdict.PERMIT, Verdict.INDETERMINATE, Verdict.PERMIT);

        client.deleteData(law(MALI));
        assertThat(engine.judgeAll(List.of(FACTS, FACTS)))
                .allSatisfy(judgement -> assertThat(judgement).isInstanceOf(Judgement.Undecided.class));
        assertDecidesAgain();
    }

    @Test
    void twoRuleSetsStandSideBySideAndTheOldOneGoes() {
        try (OpaEngine stricter = new OpaEngine(new OpaRules(client), STRICTER, Duration.ZERO)) {
            assertThat(stricter.refill().join()).isTrue();
            assertThat(stricter.judge(FACTS).verdict()).isEqualTo(Verdict.DENY);
            assertThat(engine.judge(FACTS).verdict()).isEqualTo(Verdict.PERMIT);
        }
        String gone = new String(
                client.query(JudgeModule.CURRENT.data(STRICTER.digest()) + "/digest", "{}".getBytes(UTF_8)), UTF_8);
        assertThat(gone).doesNotContain("result");
        assertThat(engine.judge(FACTS).verdict()).isEqualTo(Verdict.PERMIT);
    }

    @Test
    void nobodyWithoutTheTokenReadsOrChangesTheRules() throws Exception {
        String sets = "/v1/data/" + JudgeModule.RULES;
        assertThat(statusWithoutToken("GET", sets, "")).isEqualTo(401);
        assertThat(statusWithoutToken("PUT", sets, "{}")).isEqualTo(401);
        assertThat(statusWithoutToken("DELETE", "/v1/policies/" + JudgeModule.CURRENT.policy(), ""))
                .isEqualTo(401);
        assertThat(statusWithoutToken("PUT", "/v1/policies/x", "package x")).isEqualTo(401);
    }

    private static String law(Jurisdiction jurisdiction) {
        return JudgeModule.CURRENT.law(OpaLaws.digest(RULES.of(jurisdiction), RULES.vocabulary()));
    }

    private int statusWithoutToken(String method, String path, String body) throws IOException, InterruptedException {
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            return stranger.send(
                            HttpRequest.newBuilder(process.address().resolve(path))
                                    .method(method, BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        long pid = process.handle().pid();
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }

    /** Until then it must never be anything but silent. */
    private void assertDecidesAgain() {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Judgement judgement = engine.judge(FACTS);
        while (judgement instanceof Judgement.Undecided && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            judgement = engine.judge(FACTS);
        }
        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.PERMIT);
    }

    private static Optional<Failure> failure(Judgement judgement) {
        return judgement instanceof Judgement.Undecided undecided ? Optional.of(undecided.failure()) : Optional.empty();
    }
}
