package org.liptako.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
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
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.HoldRecorded;
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
import org.liptako.node.rulebook.HandSetClock;
import org.liptako.pki.name.State;

/** Niger's node was cut off for 72 hours by the clocks of both, while Burkina Faso journaled every few minutes; over real TLS. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ThreeDaysAwayIT {
    private static final Duration AWAY = Duration.ofDays(3);
    private static final Duration BETWEEN = Duration.ofMinutes(6);
    private static final int DATASETS = 9;

    private final HandSetClock clock = new HandSetClock(Clock.systemUTC().instant());
    private final List<JournalProjection> projections = List.of(new RegistryProjection());
    private final TestDatabase atNiamey = TestDatabase.fresh();
    private final TestDatabase atOuagadougou = TestDatabase.fresh();
    private final Journal niger = new Journal(atNiamey.jdbi(), State.NE, clock, projections);
    private final PeerJournals known =
            new PeerJournals(atNiamey.jdbi(), niger, clock, FakeStatements.VERIFIER, projections);
    private final Journal burkina = new Journal(atOuagadougou.jdbi(), State.BF, clock, projections);
    private final TrialServer caller = new TrialServer(State.NE, Clock.systemUTC(), List.of());
    private TrialServer server = serve(0);
    private final PeerDirectory directory = new PeerDirectory(List.of(new PeerConfig(
            State.BF,
            TrialRegion.capital(State.BF),
            "127.0.0.1",
            server.port(),
            server.identity().serverName())));
    private final TlsPeerChannels channels = new TlsPeerChannels(directory, caller.tls(), caller.trust());
    private final PeerWatch watch = new PeerWatch(directory, channels, known, List.of());

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
    void aNodeThatWasAwayForThreeDaysCatchesUpByItself() {
        describe();
        say(3);
        watch.start();
        untilAllIsKnown();
        int port = server.port();
        server.close();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !known.status(State.BF).reachable());

        int said = (int) (AWAY.toMinutes() / BETWEEN.toMinutes());
        say(said);
        server = serve(port);

        untilAllIsKnown();
        assertThat(known.status(State.BF).chain().length()).isEqualTo(DATASETS + 3 + said);
        assertThat(known.status(State.BF).reachable()).isTrue();
        assertThat(rows(atNiamey.jdbi())).isEqualTo(rows(atOuagadougou.jdbi())).isNotEmpty();
        assertThat(niger.chain().length()).as("no alarm").isZero();
    }

    private void describe() {
        for (int i = 1; i <= DATASETS; i++) {
            DatasetId id = new DatasetId("BF-DS-00" + i);
            burkina.append(new DatasetRecorded(burkina.now(), RegistryFixture.dataset(id, i)));
        }
    }

    private void say(int times) {
        for (int i = 0; i < times; i++) {
            clock.advance(BETWEEN);
            burkina.append(new HoldRecorded(
                    burkina.now(), new DatasetId("BF-DS-00" + (1 + i % DATASETS)), i % 2 == 0, "RG " + i));
        }
    }

    private void untilAllIsKnown() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(known.status(State.BF).chain()).isEqualTo(burkina.chain()));
    }

    /** What each takes to hold; when it was learnt differs. */
    private static List<String> rows(Jdbi jdbi) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT concat_ws('|', kind, subject, place, said_by, authoritative,"
                                + " value, journal_index, held_from, held_to) FROM registry_statement"
                                + " WHERE known_to = 'infinity' ORDER BY 1")
                        .mapTo(String.class)
                        .list());
    }

    private TrialServer serve(int port) {
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
        return new TrialServer(State.BF, Clock.systemUTC(), List.of(endpoint), port);
    }
}
