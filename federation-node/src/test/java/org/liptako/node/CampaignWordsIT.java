package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.ReturnCampaign.CAMPAIGN;
import static org.liptako.node.ReturnCampaign.CRIMINAL;
import static org.liptako.node.ReturnCampaign.TRADE;
import static org.liptako.node.ReturnCampaign.code;
import static org.liptako.node.ReturnCampaign.running;
import static org.liptako.node.ReturnCampaign.sentence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.campaign.v1.ListCampaignsRequest;
import org.liptako.campaign.v1.PauseCampaignRequest;
import org.liptako.campaign.v1.PlanCampaignRequest;
import org.liptako.campaign.v1.RepatriationStage;
import org.liptako.campaign.v1.RunCampaignRequest;
import org.liptako.campaign.v1.WithdrawCopyRequest;

/** What people may say to a campaign of Mali's, when, and what it tells them. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CampaignWordsIT {
    @TempDir
    private Path directory;

    private ReturningNode mali;
    private ReturnCampaign campaign;

    @BeforeEach
    void start() throws IOException {
        mali = new ReturningNode(directory);
        campaign = new ReturnCampaign(mali);
    }

    @AfterEach
    void end() {
        if (mali != null) {
            mali.close();
        }
    }

    @Test
    void whatIsHeldDoesNotBeginAndNobodyRunsWhatIsNotPlanned() throws Exception {
        campaign.open(CRIMINAL);
        Arrivals arrivals = new Arrivals(mali.publishing());
        arrivals.write("retour/casier/registre.bin", "casier");
        arrivals.list("retour/casier.sha256", "retour/casier", "registre.bin");
        RunCampaignRequest running = running(CRIMINAL, "retour/casier", "retour/casier.sha256");
        assertThat(code(() -> campaign.operators().runCampaign(running))).isEqualTo("NOT_READY");
        campaign.plan();
        PauseCampaignRequest holding =
                PauseCampaignRequest.newBuilder().setCampaign(CAMPAIGN).build();
        for (String blank : List.of("", " \u00a0")) {
            assertThat(code(() -> campaign.operators()
                            .pauseCampaign(holding.toBuilder().setReason(blank).build())))
                    .as("nobody would know why")
                    .isEqualTo("INVALID_REQUEST");
        }
        campaign.operators()
                .pauseCampaign(holding.toBuilder().setReason("disque plein").build());
        assertThat(code(() -> campaign.operators().runCampaign(running))).isEqualTo("NOT_READY");
        campaign.operators()
                .pauseCampaign(PauseCampaignRequest.newBuilder()
                        .setCampaign(CAMPAIGN)
                        .setResume(true)
                        .build());
        assertThat(code(() -> campaign.operators()
                        .runCampaign(running.toBuilder().setListing("none").build())))
                .isEqualTo("INVALID_REQUEST");
        campaign.operators().runCampaign(running);
        campaign.awaitStage(CRIMINAL, RepatriationStage.REPATRIATION_STAGE_SEALED);
    }

    @Test
    void planningACopyThatWasWithdrawnSaysSo() throws Exception {
        campaign.open(CRIMINAL, TRADE);
        WithdrawCopyRequest leaving = WithdrawCopyRequest.newBuilder()
                .setCampaign(CAMPAIGN)
                .setDataset(TRADE)
                .setReason("par erreur")
                .build();
        assertThat(code(() -> campaign.officers()
                        .withdrawCopy(leaving.toBuilder().setReason(" \t").build())))
                .isEqualTo("LIMIT_BROKEN");
        campaign.officers().withdrawCopy(leaving);

        assertThat(sentence(() -> campaign.operators()
                        .planCampaign(PlanCampaignRequest.newBuilder()
                                .setCampaign(CAMPAIGN)
                                .addDatasets(TRADE)
                                .build())))
                .contains("was withdrawn from the campaign ML-RETOUR-2026 by ML officer a-traore (par erreur)");
    }

    @Test
    void aMinistrySeesWhatIsLeftAndWhatIsOverdue() {
        campaign.open(CRIMINAL, TRADE);
        campaign.operators()
                .planCampaign(PlanCampaignRequest.newBuilder()
                        .setCampaign(CAMPAIGN)
                        .setBytesPerSecond(1_000_000)
                        .build());
        var answer = campaign.operators().listCampaigns(ListCampaignsRequest.getDefaultInstance());
        assertThat(answer.getTotal().getBytesLeft()).isEqualTo((374L + 239) * 1_000_000_000);
        assertThat(answer.getTotal().getExpectedEnd()).isNotEmpty();
        assertThat(answer.getOwnersList())
                .singleElement()
                .satisfies(owner -> assertThat(owner.getOwner()).isEqualTo("Ministère de la justice"));
        assertThat(answer.getTotal().getOverdue()).isEqualTo(2);
        assertThat(answer.getTotal().getOverdueUnderList()).isNotEmpty();
    }
}
