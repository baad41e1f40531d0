package org.liptako.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.Caller;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.journal.FakeStatements;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalHeads;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.JournalReplay;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.serving.JournalEndpoint;
import org.liptako.node.journal.serving.TreeMessages;
import org.liptako.node.journal.tree.CheckpointKey;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.witness.KnownCheckpoints;
import org.liptako.node.journal.witness.OwnCosignatures;
import org.liptako.node.registry.EntryDisclosure;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Niger follows the journal of Burkina Faso, some of which is secret; over real TLS. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SecretEntriesIT {
    private static final Instant AT = RegistryFixture.MORNING;
    private static final DatasetId SECRET = new DatasetId("BF-DS-001");
    private static final DatasetId PLAIN = new DatasetId("BF-DS-002");
    private static final SiteId NIAMEY = new SiteId("NE-NIM-1");

    private final List<JournalProjection> projections = List.of(new RegistryProjection());
    private final TestDatabase atNiamey = TestDatabase.fresh();
    private final TestDatabase atOuagadougou = TestDatabase.fresh();
    private final Journal niger = new Journal(atNiamey.jdbi(), State.NE, Clock.systemUTC(), projections);
    private final PeerJournals known =
            new PeerJournals(atNiamey.jdbi(), niger, Clock.systemUTC(), FakeStatements.VERIFIER, projections);
    private final Journal burkina = new Journal(atOuagadougou.jdbi(), State.BF, Clock.systemUTC(), projections);
    private final TrialServer caller = new TrialServer(State.NE, Clock.systemUTC(), List.of());
    private final TrialServer server = serve();
    private final PeerDirectory directory = new PeerDirectory(List.of(new PeerConfig(
            State.BF,
            TrialRegion.capital(State.BF),
            "127.0.0.1",
            server.port(),
            server.identity().serverName())));
    private final TlsPeerChannels channels = new TlsPeerChannels(directory, caller.tls(), caller.trust());
    private PeerWatch watch = new PeerWatch(directory, channels, known, List.of());

    @AfterEach
    void stop() {
        watch.close();
        channels.close();
        server.close();
        caller.close();
        atNiamey.close();
        atOuagadougou.close();
    }

    @Test
    void theSecretIsACommitmentUntilItConcernsTheReader() {
        say(described(SECRET, "SECRET"), described(PLAIN, "INTERNAL"));
        say(new CopyRecorded(AT, SECRET, RegistryFixture.OUAGADOUGOU, CopyStanding.UNPROVEN));
        watch.start();
        untilAllIsKnown();

        assertThat(mentions()).isZero();
        assertThat(known.unopened(State.BF, 10)).containsExactly(0L, 2L);
        assertThat(niger.chain().length()).as("no alarm").isZero();

        say(new CopyRecorded(AT, SECRET, NIAMEY, CopyStanding.UNPROVEN), new HoldRecorded(AT, SECRET, true, "RG 1"));
        await().untilAsserted(() -> assertThat(known.unopened(State.BF, 10)).containsExactly(2L));
        assertThat(mentions()).isEqualTo(3);
    }

    @Test
    void whatIsSecretNoMoreIsReadAlsoByWhoWasAway() {
        say(described(SECRET, "SECRET"), new HoldRecorded(AT, SECRET, true, "RG 1"), described(PLAIN, "INTERNAL"));
        watch.start();
        untilAllIsKnown();
        watch.close();
        say(described(SECRET, "INTERNAL"), new HoldRecorded(AT, SECRET, false, "RG 2"));

        watch = new PeerWatch(directory, channels, known, List.of());
        watch.start();

        await().untilAsserted(() -> assertThat(known.unopened(State.BF, 10)).isEmpty());
        untilAllIsKnown();
        assertThat(held(atNiamey.jdbi())).isEqualTo(held(atOuagadougou.jdbi())).hasSize(3);
        List<String> live = all(atNiamey.jdbi());
        new JournalReplay(atNiamey.jdbi(), projections).run();
        assertThat(all(atNiamey.jdbi())).isEqualTo(live);
        assertThat(niger.chain().length()).as("no alarm").isZero();
    }

    @Test
    void manyThatWereWithheldAllCome() {
        int datasets = 700;
        for (int i = 0; i < datasets; i++) {
            DatasetId id = new DatasetId("BF-DS-1" + i);
            say(described(id, "SECRET"), new HoldRecorded(AT, id, true, "RG " + i));
        }
        watch.start();
        untilAllIsKnown();
        assertThat(known.unopened(State.BF, 10_000)).hasSize(2 * datasets);

        for (int i = 0; i < datasets; i++) {
            say(described(new DatasetId("BF-DS-1" + i), "INTERNAL"));
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(known.unopened(State.BF, 10_000)).isEmpty());
        untilAllIsKnown();
        assertThat(held(atNiamey.jdbi()).equals(held(atOuagadougou.jdbi())))
                .as("the same rows")
                .isTrue();
    }

    private static JournalEvent described(DatasetId dataset, String classification) {
        return new DatasetRecorded(AT, RegistryFixture.dataset(dataset, 1).classifiedAs(classification));
    }

    private void say(JournalEvent... events) {
        burkina.append(List.of(events));
    }

    private void untilAllIsKnown() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(known.status(State.BF).chain()).isEqualTo(burkina.chain()));
    }

    /** How many payloads at Niamey name the secret dataset. */
    private int mentions() {
        return atNiamey.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM journal_entry WHERE payload LIKE '%' || :dataset || '%'")
                        .bind("dataset", SECRET.value())
                        .mapTo(Integer.class)
                        .one());
    }

    /** What each takes to hold; when it was learnt differs. */
    private static List<String> held(Jdbi jdbi) {
        return rows(
                jdbi,
                "kind, subject, place, said_by, authoritative, value, journal_index, held_from, held_to",
                "known_to = 'infinity'");
    }

    private static List<String> all(Jdbi jdbi) {
        return rows(jdbi, "registry_statement", "true");
    }

    private static List<String> rows(Jdbi jdbi, String columns, String which) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT concat_ws('|', " + columns + ") FROM registry_statement WHERE " + which + " ORDER BY 1")
                .mapTo(String.class)
                .list());
    }

    private TrialServer serve() {
        JournalHeads heads = new JournalHeads(atOuagadougou.jdbi(), burkina, FakeStatements.of(State.BF));
        TreeMessages tree = new TreeMessages(
                burkina,
                new JournalTree(atOuagadougou.jdbi()),
                new Checkpoints(atOuagadougou.jdbi(), burkina, CheckpointKey.NONE),
                new OwnCosignatures(atOuagadougou.jdbi()),
                new KnownCheckpoints(atOuagadougou.jdbi(), State.BF));
        JournalEndpoint endpoint = new JournalEndpoint(
                burkina,
                heads,
                tree,
                new EntryDisclosure(atOuagadougou.jdbi()),
                () -> Caller.current().state());
        return new TrialServer(State.BF, Clock.systemUTC(), List.of(endpoint), 0);
    }
}
