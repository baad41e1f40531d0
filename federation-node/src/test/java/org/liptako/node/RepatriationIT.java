package org.liptako.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.liptako.node.ReturnCampaign.ABROAD;
import static org.liptako.node.ReturnCampaign.CLOSING;
import static org.liptako.node.ReturnCampaign.CRIMINAL;
import static org.liptako.node.ReturnCampaign.HOME;
import static org.liptako.node.ReturnCampaign.TRADE;
import static org.liptako.node.ReturnCampaign.code;
import static org.liptako.node.ReturnCampaign.sentence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.campaign.v1.CampaignCopy;
import org.liptako.campaign.v1.RepatriationStage;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.pki.receipt.ReceiptException;
import org.liptako.pki.receipt.ReceiptVerifier;
import org.liptako.pki.receipt.Words;
import org.liptako.receipt.v1.CopyAtSite;
import org.liptako.receipt.v1.MakeReceiptRequest;
import org.liptako.receipt.v1.ReceiptServiceGrpc;
import org.liptako.registry.v1.Erasure;

/** Mali's whole node with the samples' catalogue and rules brings copies home from the host in Paris. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RepatriationIT {
    @TempDir
    private Path directory;

    private ReturningNode mali;
    private ReturnCampaign campaign;
    private Arrivals arrivals;

    @BeforeEach
    void start() throws IOException {
        mali = new ReturningNode(directory);
        campaign = new ReturnCampaign(mali);
        arrivals = new Arrivals(mali.publishing());
    }

    @AfterEach
    void end() {
        if (mali != null) {
            mali.close();
        }
    }

    @Test
    void aCopyGoesFromThePlanToTheEvidenceThatItIsGoneAbroad() throws Exception {
        campaign.open(CRIMINAL, TRADE);
        assertThat(campaign.copy(CRIMINAL).getLawList())
                .as("the rules in force set the day")
                .isNotEmpty()
                .allSatisfy(law -> assertThat(law.getLegalBasisList()).isNotEmpty());
        campaign.plan();
        assertThat(campaign.copy(CRIMINAL).getHome()).isEqualTo(HOME);
        assertThat(code(() -> campaign.officers().closeCampaign(CLOSING))).isEqualTo("NOT_READY");

        arrivals.write("retour/casier/registre.bin", "casier");
        arrivals.write("retour/casier/annexes/index.bin", "index");
        arrivals.list("retour/casier.sha256", "retour/casier", "registre.bin", "annexes/index.bin");
        campaign.run(CRIMINAL, "retour/casier", "retour/casier.sha256");
        CampaignCopy home = campaign.awaitStage(CRIMINAL, RepatriationStage.REPATRIATION_STAGE_SEALED);
        assertThat(home.getFiles()).isEqualTo(2);
        assertThat(home.getGrant()).startsWith("ML-");
        assertThat(campaign.statuses(CRIMINAL)).containsExactlyInAnyOrder(HOME + " SEALED", ABROAD + " EXTERNAL");

        signTheErasureOfTheCriminalRecords();

        assertThat(sentence(() -> campaign.officers().closeCampaign(CLOSING)))
                .contains(TRADE)
                .doesNotContain(CRIMINAL);
        bringTheTradeRegisterHome();
        campaign.sign(campaign.operator(), TRADE, "procès-verbal");
        campaign.sign(campaign.officer(), TRADE, "procès-verbal");
        assertThat(campaign.officers().closeCampaign(CLOSING).getCampaign().getClosedAt())
                .isNotEmpty();
        assertThat(campaign.read().getTotal().getBytesLeft()).isZero();
        assertThat(campaign.read().getMeasured()).isTrue();
    }

    private void signTheErasureOfTheCriminalRecords() throws ReceiptException {
        assertThat(campaign.sign(campaign.operator(), TRADE, "procès-verbal"))
                .as("not home yet")
                .isEqualTo("NOT_READY");
        assertThat(campaign.sign(campaign.operator(), CRIMINAL, "procès-verbal"))
                .isEqualTo("REPATRIATION_STAGE_SEALED");
        assertThat(campaign.sign(campaign.operator(), CRIMINAL, "procès-verbal"))
                .as("the same person again")
                .isEqualTo("REPATRIATION_STAGE_SEALED");
        assertThat(campaign.sign(campaign.officer(), CRIMINAL, "un autre document"))
                .isEqualTo("REPATRIATION_STAGE_SEALED");
        assertThat(campaign.statuses(CRIMINAL)).contains(ABROAD + " EXTERNAL");
        assertThat(campaign.sign(campaign.officer(), CRIMINAL, "procès-verbal")).isEqualTo("REPATRIATION_STAGE_DONE");
        assertThat(campaign.statuses(CRIMINAL)).containsExactlyInAnyOrder(HOME + " SEALED", ABROAD + " ERASED");
        assertThat(erasure(CRIMINAL).getSignersList()).hasSize(2).contains("ML officer a-traore");
        assertThat(erasure(CRIMINAL).getDocument())
                .isEqualTo(Digest.over("procès-verbal".getBytes(UTF_8)).hex());
        assertThat(provedOfErasure(CRIMINAL))
                .as("without the node")
                .anyMatch(line -> line.startsWith("The signatures on that document are in this receipt"));
    }

    private void bringTheTradeRegisterHome() throws IOException {
        arrivals.write("retour/commerce/registre.bin", "commerce");
        arrivals.list("retour/commerce.sha256", "retour/commerce", "registre.bin");
        campaign.run(TRADE, "retour/commerce", "retour/commerce.sha256");
        campaign.awaitStage(TRADE, RepatriationStage.REPATRIATION_STAGE_SEALED);
    }

    @Test
    void nothingIsSealedThatIsNotWhatTheListFromAbroadNames() throws Exception {
        campaign.open(CRIMINAL);
        campaign.plan();
        arrivals.write("retour/casier/registre.bin", "casier");
        arrivals.write("retour/casier/index.bin", "index");
        arrivals.list("retour/casier.sha256", "retour/casier", "registre.bin", "index.bin");
        arrivals.write("retour/casier/registre.bin", "CASIER");
        campaign.run(CRIMINAL, "retour/casier", "retour/casier.sha256");
        assertThat(campaign.awaitWaiting(CRIMINAL, "digest").getEn()).contains("registre.bin");

        arrivals.write("retour/casier/registre.bin", "casier");
        arrivals.write("retour/casier/de-trop.bin", "more");
        campaign.run(CRIMINAL, "retour/casier", "retour/casier.sha256");
        assertThat(campaign.awaitWaiting(CRIMINAL, "not in the list").getEn()).contains("de-trop.bin");

        Files.delete(arrivals.path("retour/casier/de-trop.bin"));
        campaign.run(CRIMINAL, "retour/casier", "retour/casier.sha256");
        campaign.awaitStage(CRIMINAL, RepatriationStage.REPATRIATION_STAGE_SEALED);
    }

    @Test
    void aNodeThatIsStartedAgainGoesOnByItself() throws Exception {
        campaign.open(CRIMINAL);
        campaign.plan();
        arrivals.write("retour/casier/registre.bin", "casier");
        arrivals.write("retour/casier/index.bin", "index");
        arrivals.list("retour/casier.sha256", "retour/casier", "registre.bin", "index.bin");
        Files.delete(arrivals.path("retour/casier/index.bin"));
        campaign.run(CRIMINAL, "retour/casier", "retour/casier.sha256");
        assertThat(campaign.awaitWaiting(CRIMINAL, "have not come").getEn()).contains("index.bin", "1 of 2");
        mali.stop();

        arrivals.write("retour/casier/index.bin", "index");
        mali.startAgain();
        campaign.awaitStage(CRIMINAL, RepatriationStage.REPATRIATION_STAGE_SEALED);
        campaign.verify(CRIMINAL);
        assertThat(campaign.statuses(CRIMINAL)).contains(HOME + " SEALED");

        List<String> live = mali.rows();
        mali.rebuild();
        assertThat(live).isNotEmpty();
        assertThat(mali.rows()).as("campaigns are rebuilt from the journal").isEqualTo(live);
    }

    private Erasure erasure(String dataset) {
        return campaign.where(dataset).stream()
                .filter(replica -> replica.getSite().equals(ABROAD))
                .findFirst()
                .orElseThrow()
                .getErasure();
    }

    /** Once the journal is signed as far as the erasure. */
    private List<String> provedOfErasure(String dataset) throws ReceiptException {
        await().atMost(ReturnCampaign.SOON)
                .until(() -> code(() -> receipt(dataset)).isEmpty());
        return new ReceiptVerifier(TrialRegion.ZONE, List.of(TrialRegion.root()))
                .verify(receipt(dataset), Instant.now()).proved().stream()
                        .map(Words::en)
                        .toList();
    }

    private byte[] receipt(String dataset) {
        return ReceiptServiceGrpc.newBlockingStub(
                        mali.channel(TrialRegion.tree().regulator(State.ML).read()))
                .makeReceipt(MakeReceiptRequest.newBuilder()
                        .setErasure(CopyAtSite.newBuilder().setDataset(dataset).setSite(ABROAD))
                        .build())
                .getReceipt()
                .toByteArray();
    }
}
