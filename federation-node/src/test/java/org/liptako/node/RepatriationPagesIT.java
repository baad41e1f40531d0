package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.campaign.v1.CampaignServiceGrpc;
import org.liptako.campaign.v1.CopyAbroad;
import org.liptako.campaign.v1.OpenCampaignRequest;
import org.liptako.campaign.v1.PlanCampaignRequest;
import org.liptako.campaign.v1.WithdrawCopyRequest;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/** What Mali brings home, on the pages of three whole nodes. */
class RepatriationPagesIT {
    private static final String CAMPAIGN = "ML-RETOUR-2026";
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    private static Path directory;

    private static ConsoleRegion region;

    @BeforeAll
    static void openACampaign() throws IOException {
        region = new ConsoleRegion(directory);
        CampaignServiceGrpc.CampaignServiceBlockingStub officers = CampaignServiceGrpc.newBlockingStub(
                region.nodes().channel(State.ML, TrialRegion.of(TrialRegion.someone(State.ML, Role.OFFICER))));
        OpenCampaignRequest campaign = OpenCampaignRequest.newBuilder()
                .setCampaign(CAMPAIGN)
                .setTitle("Retour <script>alert(1)</script>")
                .addCopies(CopyAbroad.newBuilder().setDataset("ML-DS-004"))
                .addCopies(CopyAbroad.newBuilder().setDataset("ML-DS-009"))
                .addCopies(CopyAbroad.newBuilder().setDataset("ML-DS-010"))
                .build();
        // Not before the rules have been asked about the copies abroad.
        await().atMost(LONG)
                .ignoreExceptions()
                .until(() -> officers.openCampaign(campaign).hasCampaign());
        CampaignServiceGrpc.newBlockingStub(region.nodes().channel(State.ML, TrialRegion.operator(State.ML)))
                .planCampaign(PlanCampaignRequest.newBuilder()
                        .setCampaign(CAMPAIGN)
                        .setBytesPerSecond(100_000_000)
                        .build());
        officers.withdrawCopy(WithdrawCopyRequest.newBuilder()
                .setCampaign(CAMPAIGN)
                .setDataset("ML-DS-010")
                .setReason("Copie déjà effacée")
                .build());
    }

    @AfterAll
    static void stop() {
        region.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "OFFICER", "REGULATOR", "ADMINISTRATOR"})
    void everybodyOfTheStateIsLedFromTheListToTheCampaign(Role role) throws IOException {
        TrialBrowser browser = region.browser(State.ML, role);

        String all = browser.get("/repatriation?lang=fr").body();
        String one = browser.get("/repatriation/" + CAMPAIGN + "?lang=fr").body();

        assertThat(all)
                .contains(
                        "href=\"/repatriation\"",
                        "href=\"/repatriation/" + CAMPAIGN + "\"",
                        "0 sur 2",
                        "Ministère de la justice",
                        "<path class=\"past\"",
                        "<path class=\"ahead\"")
                .doesNotContain("<script>alert", "style=\"", "${", "??");
        assertThat(one)
                .contains("href=\"/datasets/ML-DS-009\"", "planifiée", "XX-EU-1 → ML-BKO-1", "Copie déjà effacée")
                .doesNotContain("<script>alert", "style=\"", "${", "??");
    }

    @Test
    void theWholeIsInEnglishToo() throws IOException {
        String page = region.browser(State.ML, Role.REGULATOR)
                .get("/repatriation?lang=en")
                .body();

        assertThat(page)
                .contains("By ministry", "At home", "Expected end", "0 of 2")
                .doesNotContain("Fin prévue");
    }

    @Test
    void anotherStateReadsItFromTheJournalOfMali() throws IOException {
        TrialBrowser niger = region.browser(State.NE, Role.REGULATOR);

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(
                                niger.get("/repatriation?state=ML&lang=fr").body())
                        .contains("href=\"/repatriation/" + CAMPAIGN + "\""));
        assertThat(niger.get("/repatriation?lang=fr").body())
                .contains("Aucune campagne de rapatriement")
                .doesNotContain(CAMPAIGN);
    }

    @Test
    void whatIsNoCampaignIsNotFound() throws IOException {
        TrialBrowser browser = region.browser(State.ML, Role.REGULATOR);

        assertThat(browser.get("/repatriation/ML-RIEN").statusCode()).isEqualTo(404);
        assertThat(browser.get("/repatriation/rien").statusCode()).isEqualTo(404);
        assertThat(browser.get("/repatriation?state=XX").statusCode()).isEqualTo(200);
    }
}
