package org.liptako.node.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.placement.duty.Duties;
import org.liptako.node.placement.duty.DutyProjection;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** A copy that was named by mistake leaves its campaign, and a campaign that is held is released by whom it takes. */
class WithdrawDeskIT {
    private static final CampaignId CAMPAIGN = CampaignSteps.CAMPAIGN;
    private static final CampaignId OTHER = new CampaignId("ML-AUTRE-2026");
    private static final CampaignKey COPY = new CampaignKey(CAMPAIGN, RegistryFixture.HEALTH, RegistryFixture.ABROAD);
    private static final Caller OFFICER = new Caller(Party.of(State.ML, Role.OFFICER, "a-traore"), "00", "01");
    private static final Caller OPERATOR = new Caller(Party.at(RegistryFixture.BAMAKO, Role.OPERATOR, "1"), "02", "03");

    private final TestDatabase database = TestDatabase.fresh();
    private final List<JournalProjection> projections =
            List.of(new RegistryProjection(), new DutyProjection(), new CampaignProjection());
    private final Journal journal = new Journal(database.jdbi(), State.ML, Clock.systemUTC(), projections);
    private final Registry registry = new Registry(database.jdbi(), State.ML, Clock.systemUTC());
    private final CampaignSteps steps = new CampaignSteps(journal);
    private final CloseDesk closing = new CloseDesk(journal);
    private final WithdrawDesk desk = new WithdrawDesk(database.jdbi(), journal);

    @BeforeEach
    void open() {
        journal.append(new DatasetRecorded(journal.now(), RegistryFixture.dataset(RegistryFixture.HEALTH, 124)));
        journal.append(
                new CopyRecorded(journal.now(), RegistryFixture.HEALTH, RegistryFixture.ABROAD, CopyStanding.EXTERNAL));
        journal.append(steps.opened());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aCopyNamedByMistakeLeavesAndAnotherCampaignTakesItUp() {
        assertThatThrownBy(() -> open(OTHER)).hasMessageContaining("in the campaign ML-RETOUR-2026 already");

        assertThat(desk.withdraw(OFFICER, word())).isEqualTo(COPY);
        long entries = journal.chain().length();
        assertThat(desk.withdraw(OFFICER, word())).as("the same again").isEqualTo(COPY);
        assertThat(journal.chain().length()).isEqualTo(entries);
        assertThat(copy(CAMPAIGN).withdrawal().orElseThrow().words()).isEqualTo("ML officer a-traore (par erreur)");

        open(OTHER);
        assertThat(copy(OTHER).stage()).isEqualTo(RepatriationStage.NAMED);
        closing.close(OFFICER, CAMPAIGN);
        assertThat(registry.replica(RegistryFixture.HEALTH, RegistryFixture.ABROAD)
                        .orElseThrow()
                        .state()
                        .status())
                .as("the copy abroad is where it was")
                .isEqualTo(ReplicaStatus.EXTERNAL);
    }

    @Test
    void openingTheCampaignAgainWithAWithdrawnCopySaysThatItWasWithdrawn() {
        open(CAMPAIGN);
        desk.withdraw(OFFICER, word());

        assertThatThrownBy(() -> open(CAMPAIGN))
                .hasMessageStartingWith("NOT_READY")
                .hasMessageContaining("withdrawn from the campaign ML-RETOUR-2026 by ML officer a-traore (par erreur)");
    }

    @Test
    void whatKeptAWithdrawnCopyIsForgotten() {
        WorkStore work = new WorkStore();
        database.jdbi().useHandle(handle -> {
            work.take(handle, COPY, "a process", Instant.now());
            work.leave(handle, COPY, "a process", Instant.now(), new Sentence("Plein.", "Full."));
        });
        assertThat(kept(work)).hasSize(1);

        desk.withdraw(OFFICER, word());

        assertThat(kept(work)).isEmpty();
    }

    private Map<CampaignKey, Sentence> kept(WorkStore work) {
        return database.jdbi().withHandle(handle -> work.words(handle, CAMPAIGN));
    }

    @Test
    void noStepTakesAWithdrawnCopyOn() {
        journal.append(steps.planned());
        journal.append(steps.started());
        desk.withdraw(OFFICER, word());
        journal.append(steps.proved());
        journal.append(steps.sealed());
        journal.append(steps.erased());

        assertThat(copy(CAMPAIGN).stage()).isEqualTo(RepatriationStage.WITHDRAWN);
        assertThat(copy(CAMPAIGN).sealedAt()).isEmpty();
        assertThatThrownBy(() -> database.jdbi()
                        .useHandle(handle -> new OpenCampaigns(State.ML)
                                .copy(handle, CAMPAIGN, RegistryFixture.HEALTH, Optional.empty())))
                .hasMessageStartingWith("NOT_READY")
                .hasMessageContaining("withdrawn from the campaign ML-RETOUR-2026 by ML officer a-traore (par erreur)");
    }

    @Test
    void noCopyLeavesOnceSomebodyHasSignedThatItIsErased() {
        List.of(steps.planned(), steps.started(), steps.proved(), steps.sealed())
                .forEach(journal::append);
        journal.append(steps.signed("ML operator ML-BKO-1 1"));
        assertThatThrownBy(() -> desk.withdraw(OFFICER, word()))
                .hasMessageStartingWith("NOT_READY")
                .hasMessageContaining("is signed");
        journal.append(steps.erased());
        journal.append(steps.withdrawn());
        assertThat(copy(CAMPAIGN).stage()).as("whatever a journal says").isEqualTo(RepatriationStage.DONE);
    }

    @Test
    void theNumbersOfAMinistryTellWithdrawnCopiesApart() {
        journal.append(steps.withdrawn());
        CopyView view = new CopyView(
                copy(CAMPAIGN),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of());
        Balance balance = Balance.of("Ministère", List.of(view));
        assertThat(balance.withdrawn()).isEqualTo(1);
        assertThat(balance.copies()).isZero();
        assertThat(balance.bytesLeft()).isZero();
    }

    @Test
    void whatAnOfficerHoldsNoOperatorReleases() {
        closing.hold(OPERATOR, CAMPAIGN, "disque plein");
        closing.release(OPERATOR, CAMPAIGN);
        closing.hold(OPERATOR, CAMPAIGN, "disque plein");
        closing.hold(OFFICER, CAMPAIGN, "question de droit");
        closing.hold(OPERATOR, CAMPAIGN, "disque plein");

        assertThat(hold().map(Act::words)).contains("ML officer a-traore (question de droit)");
        assertThatThrownBy(() -> closing.release(OPERATOR, CAMPAIGN))
                .hasMessageStartingWith("ROLE_NOT_ENTITLED")
                .hasMessageContaining("held by ML officer a-traore (question de droit)");
        closing.release(OFFICER, CAMPAIGN);
        assertThat(hold()).isEmpty();
    }

    private Optional<Act> hold() {
        return database.jdbi()
                .withHandle(handle -> new CampaignStore().find(handle, CAMPAIGN))
                .orElseThrow()
                .hold();
    }

    private RepatriatedCopy copy(CampaignId campaign) {
        CampaignKey key = new CampaignKey(campaign, COPY.dataset(), COPY.site());
        return database.jdbi()
                .withHandle(handle -> new CampaignStore().copy(handle, key))
                .orElseThrow();
    }

    private static WithdrawDesk.Word word() {
        return new WithdrawDesk.Word(CAMPAIGN, RegistryFixture.HEALTH, Optional.<SiteId>empty(), "par erreur");
    }

    private void open(CampaignId id) {
        Deadlines deadlines = new Deadlines(registry, new Duties(database.jdbi(), Clock.systemUTC()));
        new OpenDesk(database.jdbi(), journal, registry, deadlines)
                .open(
                        OFFICER,
                        new OpenDesk.Opening(
                                id,
                                "Retour",
                                List.of(new OpenDesk.Named(
                                        RegistryFixture.HEALTH, Optional.empty(), Optional.empty(), Optional.empty())),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(CampaignSteps.DEADLINE)));
    }
}
