package org.liptako.node.campaign;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.CampaignCopy;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CampaignOpened;
import org.liptako.node.journal.event.CampaignPlanned;
import org.liptako.node.journal.event.CarryingMeans;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.ExternalCopyErased;
import org.liptako.node.journal.event.ExternalErasureSigned;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.PlannedCopy;
import org.liptako.node.journal.event.RepatriationProved;
import org.liptako.node.journal.event.RepatriationStarted;
import org.liptako.node.journal.event.RepatriationWithdrawn;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/** What the journal says of one copy of one campaign, step by step. */
record CampaignSteps(Journal journal) {
    static final CampaignId CAMPAIGN = new CampaignId("ML-RETOUR-2026");
    static final Instant DEADLINE = Instant.parse("2027-03-01T00:00:00Z");
    static final Digest LISTED = Digest.over("list".getBytes(StandardCharsets.UTF_8));
    static final Digest DOCUMENT = Digest.over("document".getBytes(StandardCharsets.UTF_8));

    private static final DatasetId HEALTH = RegistryFixture.HEALTH;
    private static final SiteId BAMAKO = RegistryFixture.BAMAKO;
    private static final SiteId ABROAD = RegistryFixture.ABROAD;
    private static final VersionRoot VERSION = RegistryFixture.VERSION;
    private static final GrantSerial SERIAL = RegistryFixture.SERIAL;

    CampaignOpened opened() {
        return new CampaignOpened(
                journal.now(),
                CAMPAIGN,
                "Retour",
                List.of(new CampaignCopy(HEALTH, ABROAD, "Ministère de la santé", 124L, DEADLINE)),
                "ML officer a-traore");
    }

    JournalEvent planned() {
        return new CampaignPlanned(
                journal.now(),
                CAMPAIGN,
                List.of(new PlannedCopy(HEALTH, ABROAD, BAMAKO, 1, CarryingMeans.WIRE)),
                null,
                "ML operator ML-BKO-1 1");
    }

    JournalEvent started() {
        return new RepatriationStarted(
                journal.now(),
                CAMPAIGN,
                HEALTH,
                ABROAD,
                BAMAKO,
                CarryingMeans.WIRE,
                "retour",
                "retour.sha256",
                LISTED,
                "ML operator ML-BKO-1 1");
    }

    JournalEvent proved() {
        return new RepatriationProved(
                journal.now(), CAMPAIGN, HEALTH, ABROAD, BAMAKO, SERIAL, VERSION, 2, 7L << 20, 7, LISTED);
    }

    JournalEvent sealed() {
        return new ReplicaSealed(journal.now(), SERIAL, HEALTH, BAMAKO, VERSION, 7, false);
    }

    JournalEvent signed(String by) {
        return new ExternalErasureSigned(
                journal.now(), CAMPAIGN, HEALTH, ABROAD, DOCUMENT, "Procès-verbal", by, "00", null, "AAAA");
    }

    JournalEvent erased() {
        return new ExternalCopyErased(journal.now(), CAMPAIGN, HEALTH, ABROAD, DOCUMENT, List.of("one", "two"));
    }

    JournalEvent withdrawn() {
        return new RepatriationWithdrawn(
                journal.now(), CAMPAIGN, HEALTH, ABROAD, "nommée par erreur", "ML officer a-traore");
    }
}
