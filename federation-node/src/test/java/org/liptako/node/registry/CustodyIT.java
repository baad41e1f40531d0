package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.liptako.node.registry.RegistryFixture.BAMAKO;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.OUAGADOUGOU;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialTrust;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.JournalReplay;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.CustodyCause;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.pki.trust.OwnDistrust;
import org.liptako.pki.trust.SignedTrustState;

/** What becomes of the copies that lie with a State whose CA is believed no longer. */
@Timeout(60)
class CustodyIT {
    private final TestDatabase database = TestDatabase.fresh();
    private final List<JournalProjection> projections = List.of(new RegistryProjection());
    private final Clock clock = Clock.systemUTC();
    private final Journal journal = new Journal(database.jdbi(), State.ML, clock, projections);
    private final Registry registry = new Registry(database.jdbi(), State.ML, clock);
    private final NodeIdentity identity = TrialRegion.node(State.ML, clock);

    @TempDir
    private Path directory;

    private NodeTrust trust;
    private CustodyWatch watch;
    private SignedTrustState first;

    @BeforeEach
    void aCopyInEachOfTwoStates() {
        trust = TrialTrust.of(identity, directory);
        watch = new CustodyWatch(database.jdbi(), journal, trust, identity);
        first = TrialTrust.next(null, Set.of());
        assertThat(trust.take(List.of(first), List.of())).isEmpty();
        journal.append(new CopyRecorded(journal.now(), HEALTH, BAMAKO, CopyStanding.UNPROVEN));
        journal.append(new CopyRecorded(journal.now(), HEALTH, OUAGADOUGOU, CopyStanding.UNPROVEN));
    }

    @AfterEach
    void close() {
        watch.close();
        database.close();
    }

    @Test
    void copiesWithARevokedStateAreDisputedAndStayAndAreSoNoLongerUnderItsNewAuthority() {
        watch.start();
        List<ReplicaStatement> before = registry.replicas(HEALTH);

        SignedTrustState second = TrialTrust.next(first, Set.of(State.BF));
        assertThat(trust.take(List.of(second), List.of())).isEmpty();
        await().untilAsserted(() -> assertThat(disputed()).containsExactly("BF-OUA-1 by ML, trust state 2"));
        assertThat(registry.replicas(HEALTH)).isEqualTo(before);
        Instant meanwhile = clock.instant();

        assertThat(trust.take(List.of(TrialTrust.restoring(second, State.BF)), List.of()))
                .isEmpty();
        await().untilAsserted(() -> assertThat(disputed()).isEmpty());
        assertThat(registry.disputes(meanwhile, clock.instant()))
                .as("as of then")
                .extracting(
                        said -> said.custody().cause(), said -> said.custody().trustState())
                .containsExactly(tuple(CustodyCause.TRUST_STATE, 2L));
        assertThat(registry.disputes(clock.instant(), meanwhile))
                .as("as known then")
                .hasSize(1);
        assertThat(journal.chain().length())
                .as("two copies, a dispute, its end")
                .isEqualTo(4);
    }

    @Test
    void whatWasMissedIsJournaledAtStartAndOnce() {
        trust.take(List.of(TrialTrust.next(first, Set.of(State.BF))), List.of());
        CustodyWatch neighbour = new CustodyWatch(database.jdbi(), journal, trust, identity);

        watch.say();
        neighbour.say();
        watch.say();

        assertThat(disputed()).containsExactly("BF-OUA-1 by ML, trust state 2");
        assertThat(journal.chain().length()).isEqualTo(3);
    }

    @Test
    void aNodeThatHoldsAnOlderTrustStateDoesNotTakeTheDisputeBack(@TempDir Path late) {
        NodeTrust behind = TrialTrust.of(identity, late);
        behind.take(List.of(first), List.of());
        trust.take(List.of(TrialTrust.next(first, Set.of(State.BF))), List.of());
        watch.say();

        new CustodyWatch(database.jdbi(), journal, behind, identity).say();

        assertThat(disputed()).hasSize(1);
    }

    @Test
    void theOwnDistrustListIsThisNodesWordAlone() {
        trust.distrust(new OwnDistrust(Set.of(authority(State.BF))));
        watch.say();
        assertThat(registry.disputes()).singleElement().satisfies(said -> {
            assertThat(said.custody().cause()).isEqualTo(CustodyCause.OWN_LIST);
            assertThat(said.custody().node()).isEqualTo(identity.name());
            assertThat(said.custody().words().fr()).contains("liste de défiance");
        });

        trust.distrust(OwnDistrust.NONE);
        watch.say();
        assertThat(registry.disputes()).isEmpty();
    }

    @Test
    void theOwnDistrustListDisputesAlsoBeforeTheFirstTrustStateWhereItSaysWhoseCaItIs(@TempDir Path founding) {
        NodeTrust young = TrialTrust.of(TrialRegion.node(State.ML, clock), founding);
        CustodyWatch early = new CustodyWatch(database.jdbi(), journal, young, identity);

        young.distrust(new OwnDistrust(
                Set.of(authority(State.NE), authority(State.BF)), Map.of(authority(State.BF), State.BF)));
        early.say();
        assertThat(disputed()).containsExactly("BF-OUA-1 by ML, trust state 0");

        young.take(List.of(first), List.of());
        early.say();
        assertThat(registry.disputes()).as("once a trust state tells, both").hasSize(2);
        early.close();
    }

    @Test
    void aRegistryRebuiltFromTheJournalHasTheSameRows() {
        SignedTrustState second = TrialTrust.next(first, Set.of(State.BF));
        trust.take(List.of(second), List.of());
        watch.say();
        trust.distrust(new OwnDistrust(Set.of(authority(State.NE))));
        watch.say();
        trust.take(List.of(TrialTrust.restoring(second, State.BF)), List.of());
        watch.say();
        List<String> live = rows();

        new JournalReplay(database.jdbi(), projections).run();

        assertThat(live).filteredOn(row -> row.contains("CUSTODY")).hasSize(4);
        assertThat(rows()).isEqualTo(live);
    }

    private List<String> disputed() {
        List<CustodyStatement> disputes = registry.disputes();
        return registry.replicas(HEALTH).stream()
                .flatMap(copy -> disputes.stream()
                        .filter(said -> said.concerns(copy))
                        .map(said -> copy.site() + " by " + said.source().saidBy() + ", trust state "
                                + said.custody().trustState()))
                .toList();
    }

    private Digest authority(State state) {
        return trust.believed().newest().orElseThrow().state().revocations().authorities().stream()
                .filter(known -> known.state() == state)
                .findFirst()
                .orElseThrow()
                .digest();
    }

    private List<String> rows() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT r::text FROM registry_statement r ORDER BY 1")
                        .mapTo(String.class)
                        .list());
    }
}
