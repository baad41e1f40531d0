package org.liptako.node.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.identity.TrialTrust;
import org.liptako.node.operations.availability.Outcome;
import org.liptako.node.operations.availability.ProbeClient;
import org.liptako.node.peer.TrialPeers;
import org.liptako.pki.name.State;

/** Bamako asks Niamey's node whether it serves, over real TLS. */
@Timeout(60)
class ProbeIT {
    private final AtomicReference<String> missing = new AtomicReference<>("");
    private final Drain drain = new Drain();
    private final TrialServer mali = new TrialServer(State.ML, Clock.systemUTC(), List.of());
    private TrialServer niger = niger(0);
    private final TrialPeers channels = new TrialPeers(mali, peer());
    private final ProbeClient probes = new ProbeClient(channels);

    @AfterEach
    void close() {
        channels.close();
        niger.close();
        mali.close();
    }

    @Test
    void aNodeSaysWhetherItIsReady() {
        assertThat(probes.probe(State.NE)).isEqualTo(Outcome.SERVING);

        missing.set("the database does not answer");
        assertThat(probes.probe(State.NE)).isEqualTo(Outcome.NOT_READY);

        missing.set("");
        drain.begin();
        assertThat(probes.probe(State.NE)).as("one that leaves").isEqualTo(Outcome.NOT_READY);
    }

    @Test
    void aNodeThatIsNotThereIsUnreachableAndOneThatIsBackIsFoundAtTheNextLook() {
        assertThat(probes.probe(State.NE)).isEqualTo(Outcome.SERVING);
        int port = niger.port();
        niger.close();

        assertThat(probes.probe(State.NE)).isEqualTo(Outcome.UNREACHABLE);

        niger = niger(port);
        assertThat(probes.probe(State.NE)).isEqualTo(Outcome.SERVING);
    }

    @Test
    void aNodeOfAStateThatIsBelievedNoLongerIsRefusedNotUnreachable(@TempDir Path directory) {
        var revoking = TrialTrust.of(mali.identity(), directory);
        revoking.take(List.of(TrialTrust.next(null, Set.of(State.NE))), List.of());

        try (TrialPeers judging = new TrialPeers(mali, peer(), revoking)) {
            assertThat(new ProbeClient(judging).probe(State.NE)).isEqualTo(Outcome.REFUSED);
        }
    }

    @Test
    void aNodeThatShowsAnotherNameThanIsConfiguredIsRefused() {
        PeerConfig other = new PeerConfig(
                State.NE, TrialRegion.capital(State.NE), "127.0.0.1", niger.port(), "node-9.ne-nim-1.ne.aes.internal");

        try (TrialPeers wrong = new TrialPeers(mali, other)) {
            assertThat(new ProbeClient(wrong).probe(State.NE)).isEqualTo(Outcome.REFUSED);
        }
    }

    private TrialServer niger(int port) {
        NodeConfig node =
                new NodeConfig(State.NE, TrialRegion.capital(State.NE), 1, TrialRegion.ZONE, true, Path.of("unused"));
        List<WorkCondition> conditions = List.of(
                () -> Optional.ofNullable(missing.get()).filter(words -> !words.isEmpty()), new DrainReadiness(drain));
        return new TrialServer(
                State.NE,
                Clock.systemUTC(),
                List.of(new ProbeEndpoint(node, new OwnReadiness(conditions), drain)),
                port);
    }

    private PeerConfig peer() {
        return new PeerConfig(
                State.NE,
                TrialRegion.capital(State.NE),
                "127.0.0.1",
                niger.port(),
                niger.identity().serverName());
    }
}
