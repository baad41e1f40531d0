package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.AuthorisationRecorded;
import org.liptako.node.journal.event.CampaignCopy;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CampaignOpened;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.HoldingCause;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.HoldingFound;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.node.journal.serving.PayloadRights.Matter;
import org.liptako.node.journal.serving.PayloadRights.Secret;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** What the journal of Mali is to the two others, over real PostgreSQL. */
class EntryDisclosureIT {
    private static final Instant AT = RegistryFixture.MORNING;
    private static final DatasetId HEALTH = RegistryFixture.HEALTH;
    private static final DatasetId PLAIN = new DatasetId("ML-DS-001");
    private static final SiteId NIAMEY = new SiteId("NE-NIM-1");

    private final TestDatabase database = TestDatabase.fresh();
    private final Journal mali =
            new Journal(database.jdbi(), State.ML, Clock.systemUTC(), List.of(new RegistryProjection()));
    private final EntryDisclosure rights = new EntryDisclosure(database.jdbi());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsNotSecretIsForAll() {
        describe(PLAIN, "CONFIDENTIAL");
        mali.append(new CopyRecorded(AT, PLAIN, RegistryFixture.BAMAKO, CopyStanding.UNPROVEN));
        mali.append(new SiteRecorded(AT, RegistryFixture.site(RegistryFixture.BAMAKO, Country.of(State.ML), null)));

        assertThat(withheld(State.BF)).isEmpty();
    }

    @Test
    void aSecretDatasetIsForNobodyElse() {
        describe(HEALTH, "SECRET");
        mali.append(new CopyRecorded(AT, HEALTH, RegistryFixture.BAMAKO, CopyStanding.UNPROVEN));
        mali.append(new HoldRecorded(AT, HEALTH, true, "RG 1"));
        mali.append(
                new AlarmRaised(AT, "COPY_UNPROVEN", State.BF, new Sentence(HEALTH.value(), HEALTH.value()), HEALTH));
        mali.append(new HoldingFound(
                AT, new HoldingFinding(HoldingCause.NEVER_SEALED, RegistryFixture.BAMAKO, HEALTH, null, null), null));

        assertThat(withheld(State.BF)).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void aHostKnowsItsOwnCopyAndTheDatasetAndNoOtherCopy() {
        describe(HEALTH, "SECRET");
        mali.append(new HoldRecorded(AT, HEALTH, true, "RG 1"));
        mali.append(new CopyRecorded(AT, HEALTH, RegistryFixture.BAMAKO, CopyStanding.UNPROVEN));
        mali.append(new CopyRecorded(AT, HEALTH, NIAMEY, CopyStanding.UNPROVEN));
        mali.append(
                new AuthorisationRecorded(AT, HEALTH, "REPLICATE", Country.of(State.NE), "GRANTED", AT, null, "A 1"));

        assertThat(withheld(State.NE)).containsExactly(2L);
        assertThat(withheld(State.BF)).hasSize(5);
    }

    @Test
    void whatAnotherStateSaysOfOnesOwnDatasetIsNeverWithheld() {
        DatasetId theirs = new DatasetId("NE-DS-001");
        mali.append(new HoldRecorded(AT, theirs, true, "RG 1"));

        assertThat(withheld(State.NE)).isEmpty();
        assertThat(withheld(State.BF)).as("nobody here knows how secret it is").hasSize(1);
    }

    @Test
    void thatItHasBecomeSecretIsToldToAllWhoKnewIt() {
        describe(HEALTH, "INTERNAL");
        mali.append(new HoldRecorded(AT, HEALTH, true, "RG 1"));
        describe(HEALTH, "TOP_SECRET");
        mali.append(new HoldRecorded(AT, HEALTH, false, "RG 2"));

        assertThat(withheld(State.BF)).containsExactlyInAnyOrder(1L, 3L);
    }

    @Test
    void aCampaignIsWithheldForOneSecretDataset() {
        describe(PLAIN, "INTERNAL");
        describe(HEALTH, "SECRET");
        mali.append(campaign("ML-ONE", PLAIN));
        mali.append(campaign("ML-TWO", PLAIN, HEALTH));

        assertThat(withheld(State.BF)).containsExactlyInAnyOrder(1L, 3L);
    }

    @Test
    void aReasonEndsWithTheSecretOrWithACopyOnTheReadersSoil() {
        describe(HEALTH, "SECRET");
        Secret described = new Secret(HEALTH, Matter.DESCRIPTION);
        Secret copies = new Secret(HEALTH, Matter.COPIES);

        assertThat(rights.ended(State.NE, List.of(described, copies))).isEmpty();
        mali.append(new CopyRecorded(AT, HEALTH, NIAMEY, CopyStanding.UNPROVEN));
        assertThat(rights.ended(State.NE, List.of(described, copies))).containsExactly(described);
        assertThat(rights.ended(State.BF, List.of(described, copies))).isEmpty();
        describe(HEALTH, "INTERNAL");
        assertThat(rights.ended(State.BF, List.of(described, copies))).containsExactlyInAnyOrder(described, copies);
        assertThat(rights.ended(State.BF, List.of())).isEmpty();
    }

    private void describe(DatasetId id, String classification) {
        mali.append(new DatasetRecorded(AT, RegistryFixture.dataset(id, 1).classifiedAs(classification)));
    }

    private static JournalEvent campaign(String id, DatasetId... datasets) {
        return new CampaignOpened(
                AT,
                new CampaignId(id),
                "Retour",
                List.of(datasets).stream()
                        .map(dataset -> new CampaignCopy(dataset, RegistryFixture.ABROAD, "Ministère", null, null))
                        .toList(),
                "x");
    }

    private Set<Long> withheld(State reader) {
        return rights.judge(reader, mali.read(0, 100)).withheld().keySet();
    }
}
