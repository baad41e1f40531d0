package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.CheckPlacementResponse;
import org.liptako.registry.v1.ImportCatalogueRequest;

/** From a directory of rules to law in three States' nodes and back, by the commands that legal officers type. */
class RulesPublishedIT {
    private static final String REQUEST = "request-of-the-first-day";

    private static final String LARGE =
            "datasets: [{id: ML-DS-900, home: ML, name: {fr: Grande base, en: Large database}, owner: Exemple, categories: [OTHER],"
                    + " classification: INTERNAL, personal: NONE, strategic: false, controller: PUBLIC_BODY, size_gb: 120000,"
                    + " held_at: [ML-BKO-1]}]\n";

    @RegisterExtension
    final TrialTerminal terminal = new TrialTerminal();

    @TempDir
    private Path directory;

    private TrialOfficers officers;
    private SwapCallers callers;

    @BeforeEach
    void start() throws IOException {
        officers = new TrialOfficers(directory);
        callers = new SwapCallers(officers.channel(State.ML));
    }

    @AfterEach
    void end() {
        officers.close();
    }

    @Test
    void rulesAreSignedPublishedSwappedUnderLoadAndWithdrawn() throws Exception {
        assertThat(SwapCallers.home(callers.check())).isEqualTo("DENY");
        officers.publish(State.ML, "AES", "1", Instant.EPOCH.toString());
        for (State state : State.values()) {
            officers.publish(state, state.name(), "1", "2026-01-01");
        }
        officers.awaitOneRuleSet();
        String first = officers.ruleSet(State.ML).getRuleSet();
        assertThat(officers.ruleSet(State.ML).getSigned()).isTrue();
        assertThat(SwapCallers.home(callers.check())).isEqualTo("PERMIT");
        assertThat(officers.said(State.ML, "rules", "status"))
                .containsPattern("\\nML +1 +1 +[0-9a-f]{16} +20[0-9-]+T[0-9:]+Z +ML officer .+, ML officer ")
                .containsPattern("\\nAES +0 +1 ");
        assertThat(officers.said(State.ML, "duties", "list", "--status", "overdue,open"))
                .isEqualTo("No duty.\n");

        callers.request(REQUEST);
        Files.writeString(officers.rules.resolve("ml.yaml"), "recueil: ML\nregles: []\n");
        String weighed = officers.said(
                State.ML,
                "rules",
                "impact",
                officers.rules.toString(),
                "--jurisdiction",
                "ML",
                "--rate",
                "20",
                "--json");
        assertThat(weighed).contains("\"kind\":\"IMPACT_KIND_UNLAWFUL\"", "RATE_ORIGIN_GIVEN");

        Path next = officers.propose(
                State.ML, "ML", "2", Instant.now().plusSeconds(6).toString());
        assertThat(next.resolve("annexes").resolve("impact.txt")).content().contains("À déplacer : ");
        assertThat(next.resolve("edition.json")).content().contains("\"to_move_gb\"");
        assertThat(officers.run(officers.publication(State.ML, next))).isEqualTo(ExitCode.NO);
        assertThat(officers.complaints()).contains("signatures.p7s");
        officers.sign(next, State.ML, 1);
        officers.sign(next, State.BF, 1);
        assertThat(officers.run(officers.publication(State.ML, next))).isEqualTo(ExitCode.NO);
        assertThat(officers.complaints()).contains("NO_QUORUM").contains("EDITION_REFUSED");
        officers.sign(next, State.ML, 2);
        Map<String, List<CheckPlacementResponse>> answers = callers.during(() -> {
            assertThat(officers.run(officers.publication(State.ML, next))).isEqualTo(ExitCode.DONE);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !officers.ruleSet(State.ML).getRuleSet().equals(first));
        });

        assertThat(answers).hasSize(2);
        answers.forEach((ruleSet, judged) -> assertThat(judged)
                .allSatisfy(answer ->
                        assertThat(SwapCallers.home(answer)).isEqualTo(ruleSet.equals(first) ? "PERMIT" : "DENY")));
        officers.awaitOneRuleSet();
        assertThat(officers.said(officers.with(State.ML, "replay", REQUEST, "--json")))
                .contains("\"result\":\"SAME\"");
        assertThat(officers.said(officers.with(State.BF, "replay", REQUEST, "--json")))
                .contains("OFFER", "ACCEPT");

        Path back = directory.resolve("back");
        assertThat(officers.run(
                        officers.with(State.ML, "rules", "withdraw", "--jurisdiction", "ML", "--out", back.toString())))
                .as(officers.complaints())
                .isEqualTo(ExitCode.DONE);
        officers.sign(back, State.ML, 1);
        officers.sign(back, State.ML, 2);
        assertThat(officers.run(officers.publication(State.ML, back)))
                .as(officers.complaints())
                .isEqualTo(ExitCode.DONE);
        assertThat(SwapCallers.home(callers.check())).isEqualTo("PERMIT");
        officers.awaitOneRuleSet();
        assertThat(officers.ruleSet(State.NE).getRuleSet()).isEqualTo(first);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(officers.said(State.NE, "rules", "status"))
                        .contains("ML: last withdrawal at ", ", by edition 3; signed by ML officer")
                        .contains("Mali: the same rules since ", "Burkina Faso: the same rules since "));
        new DecisionOfTheFirstDay(officers, directory, REQUEST).isAnsweredFor();
        aThirdOfficerSignsWhatIsGrave();
    }

    /** 120 TB that would have to be moved: the signatures of two officers are not enough. */
    private void aThirdOfficerSignsWhatIsGrave() throws IOException {
        officers.federation
                .register(State.ML, Role.ADMINISTRATOR)
                .importCatalogue(
                        ImportCatalogueRequest.newBuilder().setYaml(LARGE).build());
        Path grave = directory.resolve("grave");
        String drawnUp = officers.said(
                State.ML,
                "rules",
                "propose",
                officers.rules.toString(),
                "--jurisdiction",
                "ML",
                "--from",
                "2026-01-01",
                "--out",
                grave.toString());
        assertThat(drawnUp).contains("three legal officers");
        officers.sign(grave, State.ML, 1);
        officers.sign(grave, State.ML, 2);
        assertThat(officers.run(officers.publication(State.ML, grave))).isEqualTo(ExitCode.NO);
        assertThat(officers.complaints()).contains("NO_QUORUM", "2 of 3");
        officers.sign(grave, State.ML, 3);
        assertThat(officers.run(officers.publication(State.ML, grave)))
                .as(officers.complaints())
                .isEqualTo(ExitCode.DONE);
        assertThat(SwapCallers.home(callers.check())).isEqualTo("DENY");
    }
}
