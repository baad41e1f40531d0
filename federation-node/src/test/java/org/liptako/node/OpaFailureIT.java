package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.config.EngineChoice;
import org.liptako.node.config.OpaConfig;
import org.liptako.node.config.RulesConfig;
import org.liptako.placement.v1.CheckPlacementRequest;
import org.liptako.placement.v1.Decision;
import org.liptako.placement.v1.PlacementServiceGrpc;
import org.liptako.placement.v1.PlacementTerms;

/** Whatever becomes of the OPA beside a node that judges by both engines: nothing is permitted that both do not permit, and the node says what is wrong. */
class OpaFailureIT {
    private static final String UNAVAILABLE = "ENGINE_UNAVAILABLE";
    private static final String DISAGREE = "ENGINES_DISAGREE";
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private TrialOpa opa;
    private LoneNode node;
    private PlacementServiceGrpc.PlacementServiceBlockingStub placements;

    @BeforeEach
    void start() throws IOException {
        opa = new TrialOpa(directory);
        opa.start();
        node = new LoneNode(
                directory,
                new RulesConfig(
                        Path.of("src/main/samples/rules"),
                        EngineChoice.BOTH,
                        new OpaConfig(opa.url(), opa.tokenFile())));
        placements = node.placements();
    }

    @AfterEach
    void end() {
        node.close();
        opa.close();
    }

    @Test
    void nothingIsPermittedThatBothEnginesDoNotPermitAndTheNodeRecoversByItself() throws Exception {
        recovers();

        opa.kill();
        decidesNothing(UNAVAILABLE);
        opa.start();
        recovers();

        opa.kill();
        opa.start();
        assertThat(permitted().getVerdict()).isIn("INDETERMINATE", "PERMIT");
        recovers();

        opa.signal("STOP");
        decidesNothing(UNAVAILABLE);
        opa.signal("CONT");
        recovers();

        opa.replace(
                TrialOpa.late(Duration.ofSeconds(3), (question, module) -> TrialOpa.permit(ruleSet(question), module)));
        decidesNothing(UNAVAILABLE);
        opa.unmask();

        opa.replace((question, module) -> TrialOpa.permit("\"" + "0".repeat(64) + "\"", module));
        decidesNothing(UNAVAILABLE);
        opa.unmask();
        opa.start();
        recovers();

        opa.replace((question, module) -> TrialOpa.permit(ruleSet(question), module));
        decidesNothing(DISAGREE);
        opa.unmask();
        opa.start();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(permitted().getVerdict()).isEqualTo("PERMIT"));
        assertThat(node.rulesReadiness())
                .as("one of the engines was wrong a moment ago")
                .isEqualTo("DOWN");
    }

    private static String ruleSet(JsonNode question) {
        return question.get("@set").toString();
    }

    /** Of both questions, until the failure is over. */
    private void decidesNothing(String reason) {
        double before = node.undecided(reason);

        for (Decision decision : List.of(permitted(), denied())) {
            assertThat(decision.getVerdict()).isEqualTo("INDETERMINATE");
            assertThat(decision.getFindings(0).getReason()).isEqualTo(reason);
        }
        assertThat(node.rulesReadiness()).isEqualTo("DOWN");
        assertThat(node.undecided(reason)).isGreaterThanOrEqualTo(before + 2);
    }

    private void recovers() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(permitted().getVerdict()).isEqualTo("PERMIT"));
        assertThat(denied().getVerdict()).isEqualTo("DENY");
        assertThat(node.rulesReadiness()).isEqualTo("UP");
    }

    private Decision permitted() {
        return check("ML-DS-008", "ML-BKO-1");
    }

    /** A strategic base may not leave the country. */
    private Decision denied() {
        return check("ML-DS-001", "XX-EU-1");
    }

    private Decision check(String dataset, String site) {
        return placements
                .checkPlacement(CheckPlacementRequest.newBuilder()
                        .setTerms(PlacementTerms.newBuilder()
                                .setDataset(dataset)
                                .setOperation("REPLICATE")
                                .setTargetSite(site)
                                .setEncrypted(true)
                                .setReturnClause(true))
                        .build())
                .getDecision();
    }
}
