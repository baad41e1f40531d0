package org.liptako.node.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.JournalReplay;
import org.liptako.node.journal.event.CampaignClosed;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CampaignOpened;
import org.liptako.node.journal.event.CampaignPaused;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.placement.duty.Duties;
import org.liptako.node.placement.duty.DutyProjection;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

class CampaignProjectionIT {
    private static final CampaignId CAMPAIGN = CampaignSteps.CAMPAIGN;
    private static final DatasetId HEALTH = RegistryFixture.HEALTH;
    private static final SiteId ABROAD = RegistryFixture.ABROAD;
    private static final Caller OFFICER = new Caller(Party.of(State.ML, Role.OFFICER, "a-traore"), "00", "01");
    private static final Instant DEADLINE = CampaignSteps.DEADLINE;

    private final TestDatabase database = TestDatabase.fresh();
    private final List<JournalProjection> projections =
            List.of(new RegistryProjection(), new DutyProjection(), new CampaignProjection());
    private final Journal journal = new Journal(database.jdbi(), State.ML, Clock.systemUTC(), projections);
    private final Registry registry = new Registry(database.jdbi(), State.ML, Clock.systemUTC());
    private final CampaignStore store = new CampaignStore();
    private final CampaignSteps steps = new CampaignSteps(journal);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachStepTakesACopyOnAndTheCopyAbroadEndsWithTheLast() {
        journal.append(new CopyRecorded(journal.now(), HEALTH, ABROAD, CopyStanding.EXTERNAL));
        assertStage(steps.opened(), RepatriationStage.NAMED);
        assertStage(steps.planned(), RepatriationStage.PLANNED);
        assertStage(steps.started(), RepatriationStage.COPYING);
        assertStage(steps.proved(), RepatriationStage.PROVED);
        assertStage(steps.sealed(), RepatriationStage.SEALED);
        assertStage(steps.signed("ML operator ML-BKO-1 1"), RepatriationStage.SEALED);
        assertThat(abroad()).isEqualTo(ReplicaStatus.EXTERNAL);
        assertStage(steps.erased(), RepatriationStage.DONE);
        assertThat(abroad()).isEqualTo(ReplicaStatus.ERASED);
    }

    @Test
    void aStepOutOfItsTurnChangesNothing() {
        assertThat(stageAfter(steps.planned())).isEmpty();
        journal.append(steps.opened());
        assertStage(steps.started(), RepatriationStage.NAMED);
        assertStage(steps.proved(), RepatriationStage.NAMED);
        assertStage(steps.sealed(), RepatriationStage.NAMED);
        assertStage(steps.erased(), RepatriationStage.NAMED);
        assertStage(steps.planned(), RepatriationStage.PLANNED);
        assertStage(steps.proved(), RepatriationStage.PLANNED);
    }

    @Test
    void nobodySpeaksOfAnotherStatesCampaignsAndCopies() {
        CampaignProjection projection = new CampaignProjection();
        database.jdbi().useTransaction(handle -> {
            projection.apply(handle, State.BF, 0, steps.opened(), journal.now());
            projection.apply(
                    handle,
                    State.BF,
                    1,
                    new CampaignOpened(
                            journal.now(),
                            new CampaignId("BF-RETOUR-2026"),
                            "Retour",
                            steps.opened().copies(),
                            "BF officer x"),
                    journal.now());
        });
        Optional<Campaign> found = database.jdbi().withHandle(handle -> store.find(handle, CAMPAIGN));
        List<RepatriatedCopy> copies = database.jdbi().withHandle(handle -> store.copies(handle, State.BF));
        assertThat(found).isEmpty();
        assertThat(copies)
                .as("a copy of Mali's dataset is no copy of Burkina Faso's")
                .isEmpty();
    }

    @Test
    void twoProcessesOpenACampaignOnceAndNoCopyIsInTwo() {
        journal.append(new DatasetRecorded(journal.now(), RegistryFixture.dataset(HEALTH, 124)));
        journal.append(new CopyRecorded(journal.now(), HEALTH, ABROAD, CopyStanding.EXTERNAL));
        Journal other = new Journal(database.jdbi(), State.ML, Clock.systemUTC(), projections);
        desk(journal).open(OFFICER, opening(CAMPAIGN, Optional.of(DEADLINE)));
        long entries = journal.chain().length();

        desk(other).open(OFFICER, opening(CAMPAIGN, Optional.of(DEADLINE)));

        assertThat(journal.chain().length()).isEqualTo(entries);
        assertThatThrownBy(() -> desk(other).open(OFFICER, opening(new CampaignId("ML-AUTRE"), Optional.of(DEADLINE))))
                .hasMessageContaining("in the campaign ML-RETOUR-2026 already");
    }

    @Test
    void aCopyWithoutADayIsNotTaken() {
        journal.append(new DatasetRecorded(journal.now(), RegistryFixture.dataset(HEALTH, 124)));
        journal.append(new CopyRecorded(journal.now(), HEALTH, ABROAD, CopyStanding.EXTERNAL));

        assertThatThrownBy(() -> desk(journal).open(OFFICER, opening(CAMPAIGN, Optional.empty())))
                .hasMessageStartingWith("INVALID_REQUEST")
                .hasMessageContaining("--deadline");
        assertThatThrownBy(() -> desk(journal).open(OFFICER, opening(new CampaignId("BF-X"), Optional.of(DEADLINE))))
                .hasMessageStartingWith("INVALID_REQUEST");
    }

    @Test
    void oneProcessWorksOnACopyAndAnotherOnceItsLeaseHasRunOut() {
        WorkStore work = new WorkStore();
        CampaignKey key = new CampaignKey(CAMPAIGN, HEALTH, ABROAD);
        Instant now = RegistryFixture.MORNING;
        database.jdbi().useHandle(handle -> {
            assertThat(work.take(handle, key, "one", now)).isTrue();
            assertThat(work.take(handle, key, "other", now)).isFalse();
            Instant later = now.plus(WorkStore.LEASE);
            assertThat(work.take(handle, key, "other", later)).isTrue();
            assertThat(work.renew(handle, key, "one", later)).isFalse();
            assertThat(work.renew(handle, key, "other", later)).isTrue();
        });
    }

    @Test
    void theRebuiltCampaignsEqualTheLiveOnesRowByRow() {
        Random random = new Random(11);
        List<JournalEvent> choice = List.of(
                steps.opened(),
                steps.planned(),
                steps.started(),
                steps.proved(),
                steps.sealed(),
                steps.signed("ML officer a-traore"),
                steps.erased(),
                new CampaignPaused(journal.now(), CAMPAIGN, true, "ML officer a-traore", "une question de droit"),
                new CampaignClosed(journal.now(), CAMPAIGN, "ML officer a-traore"),
                new CopyRecorded(journal.now(), HEALTH, ABROAD, CopyStanding.EXTERNAL),
                steps.withdrawn());
        for (int step = 0; step < 200; step++) {
            int possible = step < 150 ? choice.size() - 1 : choice.size();
            journal.append(choice.get(random.nextInt(possible)));
        }
        List<String> live = rows();

        new JournalReplay(database.jdbi(), projections).run();

        assertThat(live).hasSizeGreaterThan(10);
        assertThat(rows()).isEqualTo(live);
    }

    private OpenDesk desk(Journal of) {
        return new OpenDesk(
                database.jdbi(), of, registry, new Deadlines(registry, new Duties(database.jdbi(), Clock.systemUTC())));
    }

    private static OpenDesk.Opening opening(CampaignId id, Optional<Instant> deadline) {
        return new OpenDesk.Opening(
                id,
                "Retour",
                List.of(new OpenDesk.Named(HEALTH, Optional.empty(), Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                deadline);
    }

    private void assertStage(JournalEvent event, RepatriationStage stage) {
        assertThat(stageAfter(event)).contains(stage);
    }

    private Optional<RepatriationStage> stageAfter(JournalEvent event) {
        journal.append(event);
        return database.jdbi()
                .withHandle(handle -> store.copy(handle, new CampaignKey(CAMPAIGN, HEALTH, ABROAD)))
                .map(RepatriatedCopy::stage);
    }

    private ReplicaStatus abroad() {
        return registry.replica(HEALTH, ABROAD).orElseThrow().state().status();
    }

    private List<String> rows() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT c::text FROM campaign c"
                                + " UNION ALL SELECT k::text FROM campaign_copy k"
                                + " UNION ALL SELECT s::text FROM campaign_signature s"
                                + " UNION ALL SELECT r::text FROM registry_statement r ORDER BY 1")
                        .mapTo(String.class)
                        .list());
    }
}
