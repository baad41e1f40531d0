package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;
import static org.liptako.node.placement.TrialCatalogue.NIAMEY;
import static org.liptako.node.placement.TrialTerms.copy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.identity.TrialTrust;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementOffered;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.peer.TrialPeers;
import org.liptako.pki.name.State;

/** Home's own trust state is too old to bind two States: nothing is asked of the host until it is fresh again. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BindingTrustAgeIT {
    private static final RequestId REQUEST = new RequestId("request-1");

    @RegisterExtension
    final TrialNodes nodes = new TrialNodes();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final InstantSource time = now::get;

    @Test
    void theRequestWaitsAndGoesOnByItselfOnceTrustIsFresh() {
        NodeTrust aging = TrialTrust.aging(State.ML, time.withZone(ZoneOffset.UTC));
        now.updateAndGet(instant -> instant.plus(Duration.ofDays(38)));
        TrialNode niger = nodes.node(State.NE, TrialNode.Means.USUAL);
        try (TrialServer caller = new TrialServer(State.ML, Clock.systemUTC(), List.of());
                TrialPeers peers = new TrialPeers(caller, addressOf(niger), aging)) {
            HostNode asking = new PlacementPeerClient(peers, aging);
            TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL.askingThrough(host -> asking));
            TrialNodes.introduce(mali, niger);

            Placement waiting = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, NIAMEY));
            assertThat(waiting.state()).isEqualTo(PlacementState.PENDING);
            assertThat(waiting.standing().words().en())
                    .startsWith("Trust state 1 is too old for this act (BINDING_ACTS)");
            assertThat(waiting.standing().words().fr())
                    .startsWith("L'état de confiance n° 1 est trop ancien pour cet acte (BINDING_ACTS)");
            assertThat(mali.journaled(PlacementGranted.class)).isEmpty();
            assertThat(niger.journaled(PlacementOffered.class)).isEmpty();

            now.updateAndGet(instant -> instant.minus(Duration.ofDays(38)));
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
