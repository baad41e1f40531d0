package org.liptako.node.cli.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.liptako.campaign.v1.Act;
import org.liptako.campaign.v1.Balance;
import org.liptako.campaign.v1.Campaign;
import org.liptako.campaign.v1.CampaignCopy;
import org.liptako.campaign.v1.CarryingMeans;
import org.liptako.campaign.v1.RepatriationStage;
import org.liptako.federation.v1.Sentence;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Screen;
import org.liptako.placement.v1.CitedRule;

class CampaignTextTest {
    private static final CitedRule RULE = CitedRule.newBuilder()
            .setId("ML-CLOUD-1")
            .setTitle(Sentence.newBuilder().setFr("Rien ne part").setEn("Nothing leaves"))
            .addLegalBasis("Politique nationale, article 4")
            .build();
    private static final Campaign CAMPAIGN = Campaign.newBuilder()
            .setId("ML-RETOUR-2026")
            .setTitle("Retour des données")
            .setOpenedAt("2026-11-23T08:00:00Z")
            .setBytesPerSecond(25_000_000)
            .setMeasured(true)
            .addCopies(CampaignCopy.newBuilder()
                    .setDataset("ML-DS-012")
                    .setSite("XX-EU-1")
                    .setHome("ML-BKO-1")
                    .setPlace(1)
                    .setMeans(CarryingMeans.CARRYING_MEANS_DISK)
                    .setStage(RepatriationStage.REPATRIATION_STAGE_COPYING)
                    .setBytes(14_104_000_000_000L)
                    .setOverdue(true)
                    .setDeadline("2026-11-20T00:00:00Z")
                    .setWaiting(
                            Sentence.newBuilder().setFr("Il manque 2 fichiers.").setEn("2 files are missing."))
                    .addLaw(RULE))
            .addOwners(balance("Direction des domaines"))
            .setTotal(balance(""))
            .build();

    @Test
    void saysHowFarEachCopyIsAndWhatIsOverdueUnderWhichArticle() {
        String text = text(Language.FRENCH);
        assertThat(text)
                .contains("ML-RETOUR-2026 — Retour des données", "débit mesuré : 25,0 Mo/s")
                .contains("en copie", "14,1 To", "disque", "EN RETARD 2026-11-20")
                .contains("ML-DS-012 : Il manque 2 fichiers.")
                .contains("ML-CLOUD-1 : Rien ne part — Politique nationale, article 4")
                .contains("Direction des domaines", "1 (ML-CLOUD-1)", "Ensemble");
    }

    @Test
    void saysSoInEnglishToo() {
        assertThat(text(Language.ENGLISH))
                .contains("14.1 TB", "OVERDUE", "Nothing leaves", "2 files are missing.", "All");
    }

    @Test
    void saysWhoHoldsACampaignOrHasTakenACopyOutAndWhy() {
        Act act = Act.newBuilder()
                .setBy("ML officer a-traore")
                .setAt("2026-11-23T09:00:00Z")
                .setReason("question de droit")
                .build();
        Campaign held = CAMPAIGN.toBuilder()
                .setPaused(true)
                .setHold(act)
                .setCopies(
                        0,
                        CAMPAIGN.getCopies(0).toBuilder()
                                .setStage(RepatriationStage.REPATRIATION_STAGE_WITHDRAWN)
                                .setWithdrawal(act))
                .setTotal(CAMPAIGN.getTotal().toBuilder().setWithdrawn(4321))
                .build();
        assertThat(text(held, Language.FRENCH))
                .contains("SUSPENDUE", "suspendue le 2026-11-23", "par ML officer a-traore : question de droit")
                .contains("retirée", "ML-DS-012 : retirée le 2026-11-23", "RETIRÉES", "4321");
        assertThat(text(held, Language.ENGLISH))
                .contains("HELD", "held 2026-11-23", "by ML officer a-traore: question de droit", "WITHDRAWN");
    }

    private static String text(Language language) {
        return text(CAMPAIGN, language);
    }

    private static String text(Campaign campaign, Language language) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        new CampaignText(new Screen(writer, writer, language)).whole(campaign);
        return out.toString();
    }

    private static Balance balance(String owner) {
        return Balance.newBuilder()
                .setOwner(owner)
                .setCopies(1)
                .setBytes(14_104_000_000_000L)
                .setBytesLeft(14_104_000_000_000L)
                .setOverdue(1)
                .addOverdueUnder(RULE)
                .build();
    }
}
