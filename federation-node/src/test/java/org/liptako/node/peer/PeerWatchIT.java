package org.liptako.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.BindableService;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.Caller;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalHeads;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.serving.JournalEndpoint;
import org.liptako.node.journal.serving.TreeMessages;
import org.liptako.node.journal.tree.CheckpointKey;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.witness.KnownCheckpoints;
import org.liptako.node.journal.witness.OwnCosignatures;
import org.liptako.node.registry.EntryDisclosure;
import org.liptako.pki.name.State;

/** Mali follows the journal of Burkina Faso over real TLS, each on a database of its own. */
class PeerWatchIT {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration LONG = Duration.ofSeconds(30);

    private final TestDatabase atBamako = TestDatabase.fresh();
    private final TestDatabase atOuagadougou = TestDatabase.fresh();
    private final TrialServer mali = new TrialServer(State.ML, CLOCK, List.of());
    private final PeerJournals known = new PeerJournals(
            atBamako.jdbi(),
            new Journal(atBamako.jdbi(), State.ML, CLOCK, List.of()),
            CLOCK,
            mali.identity().verifier(),
            List.of());
    private final LinkedBlockingQueue<State> returns = new LinkedBlockingQueue<>();
    private TrialServer burkina;
    private Journal journal;
    private final TlsPeerChannels channels;
    private final PeerWatch watch;

    PeerWatchIT() {
        journal = openJournal();
        burkina = serve(0);
        PeerConfig peer = new PeerConfig(
                State.BF,
                TrialRegion.capital(State.BF),
                "127.0.0.1",
                burkina.port(),
                burkina.identity().serverName());
        PeerDirectory directory = new PeerDirectory(List.of(peer));
        channels = new TlsPeerChannels(directory, mali.tls(), mali.trust());
        watch = new PeerWatch(directory, channels, known, List.of(returns::add));
    }

    @AfterEach
    void stop() {
        watch.close();
        channels.close();
        burkina.close();
        mali.close();
        atBamako.close();
        atOuagadougou.close();
    }

    @Test
    void readsWhatWasThereAndWhatComes() {
        append(100);
        watch.start();
        untilAllIsKnown();

        append(1);
        untilAllIsKnown();
        assertThat(known.status(State.BF).reachable()).isTrue();
    }

    @Test
    void catchesUpAfterThePeerWasAway() throws InterruptedException {
        append(3);
        watch.start();
        untilAllIsKnown();
        assertThat(returns.poll(30, TimeUnit.SECONDS)).isEqualTo(State.BF);

        int port = burkina.port();
        burkina.close();
        await().atMost(LONG).until(() -> !known.status(State.BF).reachable());
        append(200);
        burkina = serve(port);

        untilAllIsKnown();
        assertThat(known.status(State.BF).reachable()).isTrue();
        assertThat(returns.poll(30, TimeUnit.SECONDS)).isEqualTo(State.BF);
    }

    @Test
    void believesNoJournalThatForgets() {
        append(3);
        watch.start();
        untilAllIsKnown();

        try (TestDatabase blank = TestDatabase.fresh()) {
            int port = burkina.port();
            burkina.close();
            journal = new Journal(blank.jdbi(), State.BF, CLOCK, List.of());
            append(1);
            burkina = serve(port, blank);
            await().atMost(LONG).until(() -> ownAlarms() > 0);
        }
        assertThat(known.status(State.BF).chain().length()).isEqualTo(3);
    }

    private long ownAlarms() {
        return known.status(State.ML).chain().length();
    }

    private void untilAllIsKnown() {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(known.status(State.BF).chain()).isEqualTo(journal.chain()));
    }

    private void append(int entries) {
        for (int i = 0; i < entries; i++) {
            journal.append(new HoldRecorded(journal.now(), new DatasetId("BF-DS-001"), true, "RG " + i));
        }
    }

    private Journal openJournal() {
        return new Journal(atOuagadougou.jdbi(), State.BF, CLOCK, List.of());
    }

    private TrialServer serve(int port) {
        return serve(port, atOuagadougou);
    }

    private TrialServer serve(int port, TestDatabase database) {
        NodeIdentity identity = TrialRegion.node(State.BF, CLOCK);
        JournalHeads heads = new JournalHeads(database.jdbi(), journal, identity.signer());
        List<BindableService> endpoints = List.of(new JournalEndpoint(
                journal,
                heads,
                new TreeMessages(
                        journal,
                        new JournalTree(database.jdbi()),
                        new Checkpoints(database.jdbi(), journal, CheckpointKey.NONE),
                        new OwnCosignatures(database.jdbi()),
                        new KnownCheckpoints(database.jdbi(), State.BF)),
                new EntryDisclosure(database.jdbi()),
                () -> Caller.current().state()));
        return new TrialServer(State.BF, CLOCK, endpoints, port);
    }
}
