package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;
import static org.liptako.node.placement.TrialCatalogue.NIAMEY;
import static org.liptako.node.placement.TrialTerms.copy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.identity.TrialTrust;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.peer.TrialPeers;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/** The host's journal is held after a restore: what home asks of it waits, and does not end. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HeldHostIT {
    private static final RequestId REQUEST = new RequestId("request-1");
    private static final Sentence OLDER = new Sentence("La base est plus ancienne.", "The database is older.");

    @RegisterExtension
    final TrialNodes nodes = new TrialNodes();

    @Test
    void theRequestWaitsAndGoesOnByItselfOnceTheHostsJournalDoes() {
        NodeTrust trust = TrialTrust.aging(State.ML, Clock.systemUTC());
        TrialNode niger = nodes.node(State.NE, TrialNode.Means.USUAL);
        try (TrialServer caller = new TrialServer(State.ML, Clock.systemUTC(), List.of());
                TrialPeers peers = new TrialPeers(caller, addressOf(niger), trust)) {
            HostNode asking = new PlacementPeerClient(peers, trust);
            TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL.askingThrough(host -> asking));
            TrialNodes.introduce(mali, niger);
            niger.journal.hold().hold(OLDER);

            Placement waiting = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, NIAMEY));
            assertThat(waiting.state()).isEqualTo(PlacementState.PENDING);
            assertThat(waiting.standing().words().en()).contains("The database is older.");

            niger.journal.hold().release();
            mali.retry.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> mali.requests.find(REQUEST).orElseThrow().state() == PlacementState.ACCEPTED);
        }
    }

    private static PeerConfig addressOf(TrialNode host) {
        return new PeerConfig(
                host.state,
                TrialCatalogue.capital(host.state),
                "127.0.0.1",
                host.server().port(),
                host.identity.serverName());
    }
}
