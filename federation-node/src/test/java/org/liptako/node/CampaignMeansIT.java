package org.liptako.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.ReturnCampaign.CRIMINAL;
import static org.liptako.node.ReturnCampaign.HOME;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.campaign.v1.CampaignCopy;
import org.liptako.campaign.v1.CarryingMeans;
import org.liptako.campaign.v1.RepatriationStage;
import org.liptako.federation.v1.Sentence;
import org.liptako.node.exchange.bucket.BrittleLine;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.bucket.Content;
import org.liptako.node.exchange.bucket.TrialBucket;
import org.liptako.pki.evidence.Digest;

/** Copies come home by whichever means and to wherever the State publishes from. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CampaignMeansIT {
    @TempDir
    private Path directory;

    @Test
    void whatComesOnADiskIsToldSoAndSealedLikeTheRest() throws Exception {
        try (ReturningNode mali = new ReturningNode(directory)) {
            ReturnCampaign campaign = planned(mali);
            assertThat(campaign.copy(CRIMINAL).getMeans()).isEqualTo(CarryingMeans.CARRYING_MEANS_WIRE);
            Arrivals arrivals = new Arrivals(mali.publishing());
            arrivals.write("disque/casier/registre.bin", "casier");
            arrivals.list("disque/casier.sha256", "disque/casier", "registre.bin");

            campaign.operators()
                    .runCampaign(ReturnCampaign.running(CRIMINAL, "disque/casier", "disque/casier.sha256").toBuilder()
                            .setMeans(CarryingMeans.CARRYING_MEANS_DISK)
                            .build());

            CampaignCopy home = campaign.awaitStage(CRIMINAL, RepatriationStage.REPATRIATION_STAGE_SEALED);
            assertThat(home.getMeans()).isEqualTo(CarryingMeans.CARRYING_MEANS_DISK);
            campaign.verify(CRIMINAL);
            assertThat(campaign.statuses(CRIMINAL)).contains(HOME + " SEALED");
        }
    }

    @Test
    void objectsOfABucketAreHeldAgainstTheListAndSealedWhereTheyLie() throws Exception {
        try (TrialBucket objects = TrialBucket.start();
                ReturningNode mali = new ReturningNode(directory, objects.config(HOME + "/"))) {
            ReturnCampaign campaign = planned(mali);
            Arrivals arrivals = new Arrivals(mali.publishing());
            arrivals.write("etranger/registre.bin", "casier");
            arrivals.write("etranger/annexes/index.bin", "index");
            arrivals.list("casier.sha256", "etranger", "registre.bin", "annexes/index.bin");
            put(objects, "retour/casier/registre.bin", "CASIER");
            campaign.run(CRIMINAL, "s3://retour/casier", "casier.sha256");
            assertThat(campaign.awaitWaiting(CRIMINAL, "have not come").getEn())
                    .contains("annexes/index.bin", "1 of 2");

            put(objects, "retour/casier/annexes/index.bin", "index");
            campaign.run(CRIMINAL, "s3://retour/casier", "casier.sha256");
            assertThat(campaign.awaitWaiting(CRIMINAL, "digest").getEn()).contains("registre.bin", "1 of 2");

            put(objects, "retour/casier/registre.bin", "casier");
            campaign.run(CRIMINAL, "s3://retour/casier", "casier.sha256");
            CampaignCopy home = campaign.awaitStage(CRIMINAL, RepatriationStage.REPATRIATION_STAGE_SEALED);
            assertThat(home.getFiles()).isEqualTo(2);
            campaign.verify(CRIMINAL);
            assertThat(campaign.statuses(CRIMINAL)).contains(HOME + " SEALED");
        }
    }

    @Test
    void anObjectStoreThatBreaksOffIsToldInEachLanguageAndGoneOnWith() throws Exception {
        byte[] register = new byte[8 << 20];
        try (TrialBucket objects = TrialBucket.start();
                BrittleLine line = new BrittleLine(objects.port());
                ReturningNode mali = new ReturningNode(directory, objects.config(HOME + "/", line.port()))) {
            ReturnCampaign campaign = planned(mali);
            new Arrivals(mali.publishing())
                    .write("casier.sha256", Digest.over(register).hex() + "  ./registre.bin\n");
            put(objects, "retour/casier/registre.bin", register);
            // The list of the objects is far less, so that it breaks while their bytes are read.
            line.breakAfter(2 << 20, objects::kill);
            campaign.run(CRIMINAL, "s3://retour/casier", "casier.sha256");

            line.awaitBreak();
            Sentence why = campaign.awaitWaiting(CRIMINAL, "The object store http://127.0.0.1:" + line.port());
            assertThat(why.getFr())
                    .startsWith("Le stockage d'objets http://127.0.0.1:" + line.port())
                    .doesNotContain("object store");

            objects.startAgain();
            line.mend();
            campaign.run(CRIMINAL, "s3://retour/casier", "casier.sha256");
            campaign.awaitStage(CRIMINAL, RepatriationStage.REPATRIATION_STAGE_SEALED);
            campaign.verify(CRIMINAL);
            assertThat(campaign.statuses(CRIMINAL)).contains(HOME + " SEALED");
        }
    }

    private static ReturnCampaign planned(ReturningNode mali) {
        ReturnCampaign campaign = new ReturnCampaign(mali);
        campaign.open(CRIMINAL);
        campaign.plan();
        return campaign;
    }

    private static void put(TrialBucket objects, String key, String text) throws IOException {
        put(objects, key, text.getBytes(UTF_8));
    }

    private static void put(TrialBucket objects, String key, byte[] bytes) throws IOException {
        try (BucketClient bucket = objects.client("published/")) {
            bucket.put(key, Content.of(bytes));
        }
    }
}
