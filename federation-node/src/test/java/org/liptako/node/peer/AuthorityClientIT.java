package org.liptako.node.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TrialAuthority;
import org.liptako.node.identity.TrialNodeFiles;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.identity.TrialTrust;
import org.liptako.pki.name.State;

/** A node whose certificate has ended asks the node of its State that holds the node CA. */
class AuthorityClientIT {
    private final TrialAuthority mali = new TrialAuthority(State.ML);

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        mali.close();
    }

    @Test
    void aNodeCatchesUpAndRenewsWithAnEndedCertificate() {
        try (TrialNodeFiles node =
                new TrialNodeFiles(directory, State.ML, Duration.ofMinutes(-1), Duration.ofHours(1))) {
            NodeTrust trust = TrialTrust.of(node.identity(), directory.resolve("trust"));
            AuthorityClient authority = client(node, trust);

            authority.catchUp();
            assertThat(trust.number()).isEqualTo(1);
            FreshCredential fresh =
                    new FreshCredential(node.identity(), node.files(), node.watch(), authority, Clock.systemUTC());
            assertThat(fresh.renew()).isInstanceOf(RenewalAnswer.Issued.class);
            assertThat(node.identity().objection(node.files().read(), Clock.systemUTC()))
                    .isEmpty();
        }
    }

    @Test
    void anotherStatesAuthorityRefuses() {
        try (TrialNodeFiles node = new TrialNodeFiles(directory, State.BF, Duration.ofHours(1), Duration.ofHours(1))) {
            NodeTrust trust = TrialTrust.of(node.identity(), directory.resolve("trust"));
            FreshCredential fresh = new FreshCredential(
                    node.identity(), node.files(), node.watch(), client(node, trust), Clock.systemUTC());

            assertThat(fresh.renew())
                    .isInstanceOfSatisfying(
                            RenewalAnswer.Refused.class,
                            refused -> assertThat(refused.why().en()).contains("FORMER_CERTIFICATE"));
        }
    }

    private AuthorityClient client(TrialNodeFiles node, NodeTrust trust) {
        TrialServer server = mali.server();
        String name = server.identity().serverName();
        return new AuthorityClient(
                () -> TlsPeerChannels.connection(
                        "127.0.0.1", server.port(), name, node.tls().trustClientOf(State.ML, List.of(name))),
                new TrustClient(trust));
    }
}
