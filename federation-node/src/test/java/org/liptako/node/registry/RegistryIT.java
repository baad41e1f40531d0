package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.liptako.node.registry.RegistryFixture.ABROAD;
import static org.liptako.node.registry.RegistryFixture.BAMAKO;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.MORNING;
import static org.liptako.node.registry.RegistryFixture.OUAGADOUGOU;
import static org.liptako.node.registry.RegistryFixture.SERIAL;
import static org.liptako.node.registry.RegistryFixture.VERSION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaGiven;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.node.journal.event.TransferDiscarded;
import org.liptako.node.journal.event.TransferStarted;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

class RegistryIT {
    private final TestDatabase database = TestDatabase.fresh();
    private final RegistryProjection projection = new RegistryProjection();
    private final Map<State, Long> indexes = new EnumMap<>(State.class);
    private final Registry registry = new Registry(database.jdbi(), State.ML, Clock.fixed(hour(24), ZoneOffset.UTC));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDatasetIsAsItsHomeStateSaysAndNobodyElse() {
        say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(HEALTH, 124)));
        say(State.BF, new DatasetRecorded(hour(2), RegistryFixture.dataset(HEALTH, 999)));

        assertThat(registry.dataset(HEALTH))
                .hasValueSatisfying(dataset -> assertThat(dataset.sizeGb()).isEqualTo(124));
        assertThat(registry.datasets(Page.first(10))).hasSize(1);
    }

    @Test
    void aCopyGoesFromGrantedToSealedInTheWordsOfItsHost() {
        say(State.ML, RegistryFixture.granted(hour(1), "REPLICATE"));
        say(State.BF, RegistryFixture.accepted(hour(2), "REPLICATE"));
        assertThat(status()).isEqualTo(ReplicaStatus.GRANTED);

        say(State.BF, new TransferStarted(hour(3), SERIAL, HEALTH, OUAGADOUGOU, VERSION));
        assertThat(status()).isEqualTo(ReplicaStatus.TRANSFERRING);

        say(State.BF, new ReplicaSealed(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false));
        say(State.ML, new ReplicaGiven(hour(5), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7));

        assertThat(registry.replicas(HEALTH))
                .extracting(statement -> statement.source().saidBy(), ReplicaStatement::authoritative)
                .containsExactly(tuple(State.BF, true), tuple(State.ML, false));
        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
        assertThat(registry.grant(SERIAL)).hasValueSatisfying(grant -> {
            assertThat(grant.allowedBy()).containsExactly(State.ML, State.BF);
            assertThat(grant.rules()).extracting(rule -> rule.id()).containsExactly("ML-COPIE-1");
        });
    }

    @Test
    void aNewVersionOnItsWayDoesNotHideTheCopyThatLiesThere() {
        say(State.BF, new ReplicaSealed(hour(1), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false));

        say(State.BF, RegistryFixture.accepted(hour(2), "REPLICATE"));
        say(State.BF, new TransferStarted(hour(3), SERIAL, HEALTH, OUAGADOUGOU, VERSION));
        say(State.BF, new TransferDiscarded(hour(4), SERIAL, HEALTH, OUAGADOUGOU, "grant expired"));

        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
    }

    @Test
    void aPartialCopyThatWasDiscardedIsNoCopy() {
        say(State.BF, new TransferStarted(hour(1), SERIAL, HEALTH, OUAGADOUGOU, VERSION));
        say(State.BF, new TransferDiscarded(hour(2), SERIAL, HEALTH, OUAGADOUGOU, "grant expired"));

        assertThat(registry.replica(HEALTH, OUAGADOUGOU)).isEmpty();
    }

    @Test
    void aCopyUnderAGrantForErasureIsErasingUntilItIsErased() {
        say(State.BF, new ReplicaSealed(hour(1), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false));
        say(State.BF, RegistryFixture.accepted(hour(2), "ERASE"));
        assertThat(status()).isEqualTo(ReplicaStatus.ERASING);

        say(State.BF, new ReplicaErased(hour(3), SERIAL, HEALTH, OUAGADOUGOU));
        assertThat(status()).isEqualTo(ReplicaStatus.ERASED);
    }

    @Test
    void theHomeStateHasTheLastWordOnACopyAbroad() {
        say(State.ML, new SiteRecorded(hour(1), RegistryFixture.site(ABROAD, new Country("FR"), null)));
        say(State.ML, new CopyRecorded(hour(1), HEALTH, ABROAD, CopyStanding.EXTERNAL));

        assertThat(registry.replica(HEALTH, ABROAD)).hasValueSatisfying(copy -> {
            assertThat(copy.state().status()).isEqualTo(ReplicaStatus.EXTERNAL);
            assertThat(copy.state().country()).isEqualTo(new Country("FR"));
        });
    }

    @Test
    void answersWhereACopyLayThenAsKnownThen() {
        // Sealed at 4, which this node learns at 6; erased at 8, learnt at 10.
        say(State.BF, new ReplicaSealed(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false), hour(6));
        say(State.BF, new ReplicaErased(hour(8), SERIAL, HEALTH, OUAGADOUGOU), hour(10));

        assertThat(registry.where(HEALTH, hour(5), hour(5))).isEmpty();
        assertThat(registry.where(HEALTH, hour(3), hour(12))).isEmpty();
        assertThat(known(hour(5), hour(7))).isEqualTo(ReplicaStatus.SEALED);
        assertThat(known(hour(9), hour(9))).isEqualTo(ReplicaStatus.SEALED);
        assertThat(known(hour(9), hour(11))).isEqualTo(ReplicaStatus.ERASED);
        assertThat(known(hour(7), hour(11))).isEqualTo(ReplicaStatus.SEALED);
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEnded() {
        for (int i = 1; i <= 5; i++) {
            say(State.ML, new CopyRecorded(hour(1), new DatasetId("ML-DS-00" + i), BAMAKO, CopyStanding.UNPROVEN));
        }
        say(
                State.NE,
                new CopyRecorded(hour(1), new DatasetId("NE-DS-001"), new SiteId("NE-NIM-1"), CopyStanding.UNPROVEN));

        assertThat(registry.replicas(new Page("", "", "ML-", 3))).hasSize(3);
        assertThat(registry.replicas(new Page("ML-DS-003", BAMAKO.value(), "ML-", 3)))
                .extracting(copy -> copy.dataset().value())
                .containsExactly("ML-DS-004", "ML-DS-005");
        assertThat(registry.replicasAt(BAMAKO, new Page("ML-DS-004", "", "", 9)))
                .extracting(copy -> copy.dataset().value())
                .containsExactly("ML-DS-005");
    }

    @Test
    void quotaLeftIsCapacityLessWhatLiesThere() {
        say(State.ML, new SiteRecorded(hour(1), RegistryFixture.site(BAMAKO, Country.of(State.ML), 1000L)));
        say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(HEALTH, 124)));
        say(State.ML, new CopyRecorded(hour(1), HEALTH, BAMAKO, CopyStanding.UNPROVEN));

        assertThat(registry.quotaLeftGb(BAMAKO)).hasValue(876);

        say(State.ML, new DatasetRecorded(hour(2), RegistryFixture.dataset(HEALTH, 200)));
        assertThat(registry.quotaLeftGb(BAMAKO)).as("as large as it is now").hasValue(800);

        say(State.ML, new CopyRecorded(hour(2), new DatasetId("ML-DS-999"), BAMAKO, CopyStanding.UNPROVEN));
        assertThat(registry.quotaLeftGb(BAMAKO)).isEmpty();
        assertThat(registry.quotaLeftGb(OUAGADOUGOU)).isEmpty();
    }

    @Test
    void theLastWordInAJournalHoldsWhateverTheClockOfItsNodeSaid() {
        say(State.BF, new ReplicaSealed(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false));
        // Said later by a node whose clock is behind.
        say(State.BF, new ReplicaErased(hour(3), SERIAL, HEALTH, OUAGADOUGOU), hour(5));

        assertThat(status()).isEqualTo(ReplicaStatus.ERASED);
    }

    @Test
    void aGrantUnderAnotherStatesSerialIsPassedOver() {
        say(State.ML, RegistryFixture.granted(hour(1), "REPLICATE"));
        PlacementGranted given = RegistryFixture.granted(hour(2), "REPLICATE");
        PlacementTerms others = new PlacementTerms(
                new DatasetId("BF-DS-001"), "REPLICATE", BAMAKO, Country.of(State.ML), null, null, null, null);
        say(
                State.BF,
                new PlacementGranted(
                        given.at(),
                        SERIAL,
                        given.request(),
                        others,
                        VERSION,
                        given.expires(),
                        given.ruleSet(),
                        given.decision(),
                        List.of(),
                        given.homeStatement(),
                        null,
                        given.grant(),
                        null));

        assertThat(registry.grants(List.of(SERIAL)))
                .extracting(GrantSummary::home)
                .containsExactly(State.ML);
    }

    @Test
    void aTimeThatNoDatabaseKeepsHindersNothingSaidAfterIt() {
        say(State.BF, new ReplicaSealed(Instant.MIN, SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false), hour(1));

        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
    }

    @Test
    void challengesOfSecretCopiesAreForTheStatesThatTheyConcern() {
        say(
                State.ML,
                new DatasetRecorded(
                        hour(1), RegistryFixture.dataset(HEALTH, 124).classifiedAs("SECRET")));
        say(
                State.ML,
                new CopyChallenged(
                        hour(2),
                        HEALTH,
                        OUAGADOUGOU,
                        VERSION,
                        1,
                        List.of(),
                        7,
                        5,
                        120,
                        40,
                        ChallengeOutcome.PROVED,
                        0,
                        List.of(),
                        null,
                        null));

        assertThat(challengesShownTo(State.ML)).hasSize(1);
        assertThat(challengesShownTo(State.BF)).hasSize(1);
        assertThat(challengesShownTo(State.NE)).isEmpty();
    }

    @Test
    void aPageOfAListIsFilledWithWhatIsShownAndNamesNothingElse() {
        for (int i = 1; i <= 5; i++) {
            DatasetId id = new DatasetId("ML-DS-10" + i);
            String classification = i == 3 ? "INTERNAL" : "SECRET";
            say(
                    State.ML,
                    new DatasetRecorded(hour(1), RegistryFixture.dataset(id, i).classifiedAs(classification)));
            say(State.ML, new CopyRecorded(hour(2), id, ABROAD, CopyStanding.EXTERNAL));
        }
        ShownLists lists = new ShownLists(registry, new DisclosedPart(registry, new Disclosure(State.NE)));

        assertThat(lists.datasets(Page.first(1)).rows())
                .extracting(dataset -> dataset.id().value())
                .containsExactly("ML-DS-103");
        assertThat(lists.datasets(Page.first(1)).next()).isEmpty();
        assertThat(lists.copies(Page.first(1)).rows())
                .extracting(copy -> copy.dataset().value())
                .containsExactly("ML-DS-103");
        assertThat(lists.copies(Page.first(1)).next()).isEmpty();
    }

    private List<ChallengeStatement> challengesShownTo(State reader) {
        return new DisclosedPart(registry, new Disclosure(reader))
                .challenges(registry.challenges().page(Page.first(10)));
    }

    private void say(State state, JournalEvent event) {
        say(state, event, event.at());
    }

    private void say(State state, JournalEvent event, Instant recordedAt) {
        long index = indexes.merge(state, 0L, (before, zero) -> before + 1);
        database.jdbi().useTransaction(handle -> projection.apply(handle, state, index, event, recordedAt));
    }

    private ReplicaStatus status() {
        return registry.replica(HEALTH, OUAGADOUGOU).orElseThrow().state().status();
    }

    private ReplicaStatus known(Instant heldAt, Instant knownAt) {
        return registry.where(HEALTH, heldAt, knownAt).getFirst().state().status();
    }

    private static Instant hour(int hour) {
        return MORNING.plus(Duration.ofHours(hour));
    }
}
