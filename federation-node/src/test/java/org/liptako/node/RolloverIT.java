package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.federation.v1.GetNodeResponse;
import org.liptako.federation.v1.PeerStatus;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.ceremony.Ceremony;
import org.liptako.pki.ceremony.CeremonyReader;
import org.liptako.pki.ceremony.Secrets;
import org.liptako.pki.ceremony.TrialCeremony;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.issuing.TrialPlan;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;

/** The root is replaced while three nodes run and one of them is off for all of it; what was signed under the old one stays good. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class RolloverIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path directory;

    private TrialTree tree = new TrialTree(Path.of("unset"));

    @BeforeEach
    void foundTheRegion() throws IOException {
        tree = new TrialCeremony(Clock.systemUTC(), new SecureRandom())
                .perform(TrialPlan.capitals(TrialRegion.ZONE), directory.resolve("pki"));
        for (State state : State.values()) {
            CredentialFiles desk = deskOf(state);
            Files.createDirectories(desk.key().getParent());
            desk.write(tree.issuingCa(state, Authority.NODE_CA).read());
        }
    }

    @Test
    void aNodeThatWasOffForTheWholeOverlapComesBackAndWhatWasGrantedBeforeIsStillServed() throws IOException {
        try (TrialFederation region = new TrialFederation(directory, tree, Set.of(State.ML))) {
            await().atMost(PATIENCE).until(() -> trustOf(State.NE) == 1);
            for (State state : State.values()) {
                RolloverCopy.takeSamples(
                        region.channel(state, tree.administrator(state).read(), certificate("aes-root.pem")));
            }
            RolloverCopy.publish(operatorUnderOldRoot(region, State.ML), publishDirectory());
            String granted = RolloverCopy.copy(
                    operatorUnderOldRoot(region, State.ML), operatorUnderOldRoot(region, State.BF), "BF-OUA-1");
            region.stop(State.NE);

            perform("overlap.yaml", RolloverDeclarations.overlap());
            for (State state : State.values()) {
                certifyDeskAnew(state);
            }
            await().atMost(PATIENCE).until(() -> trustOf(State.BF) == 2);
            perform("end.yaml", RolloverDeclarations.end());
            await().atMost(PATIENCE).until(() -> trustOf(State.BF) == 3 && renewed(State.ML) && renewed(State.BF));
            await().atMost(PATIENCE).until(() -> sees(region, State.ML, State.BF) && sees(region, State.BF, State.ML));

            assertThat(RolloverCopy.fetched(
                            region.channel(State.ML, nodeOf(State.BF).read(), certificate("aes-root-2.pem")), granted))
                    .as("under a grant of before, by its node's new certificate")
                    .isPositive();

            letEnd(State.NE);
            region.startAgain(State.NE);

            assertThat(renewed(State.NE)).isTrue();
            assertThat(trustOf(State.NE)).isEqualTo(3);
            await().atMost(PATIENCE)
                    .until(() -> sees(region, State.NE, State.ML)
                            && sees(region, State.NE, State.BF)
                            && sees(region, State.ML, State.NE)
                            && sees(region, State.BF, State.NE));
            RolloverCopy.copy(operator(region, State.ML), operator(region, State.NE), "NE-NIM-1");
        }
    }

    private void perform(String name, String declaration) throws IOException {
        Path file = Files.writeString(tree.directory().resolve(name), declaration);
        Secrets none = new Secrets(place -> new char[0]);
        new Ceremony(new CeremonyReader(none).read(file), Clock.systemUTC(), new SecureRandom()).perform();
    }

    /** What an administrator does with the State CA's new certificate, whether the node runs or not. */
    private void certifyDeskAnew(State state) {
        CertificateFiles.write(
                deskOf(state).certificate(), underNewRoot(state, deskOf(state).read()));
    }

    private List<X509Certificate> underNewRoot(State state, Credential issuing) {
        return List.of(issuing.certificate(), certificate(state.label() + "/state-ca-2.pem"));
    }

    /** The node's own certificate ended while it was off. */
    private void letEnd(State state) {
        CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());
        Party node = Party.at(TrialRegion.capital(state), Role.NODE, "1");
        LeafProfile ended = new LeafProfile(node, TrialRegion.ZONE, Duration.ofMinutes(4));
        Credential former = tree.issuingCa(state, Authority.NODE_CA).read();
        nodeOf(state).replace(issuer.issue(ended, issuer.newKey(KeyKind.P256), former));
    }

    private boolean renewed(State state) {
        // The key's file beside it may be changing at this moment.
        X509Certificate last =
                CertificateFiles.read(nodeOf(state).certificate()).getLast();
        return last.getIssuerX500Principal()
                .equals(certificate("aes-root-2.pem").getSubjectX500Principal());
    }

    /** Whether one State's node, asked by its own operator, reads the journal of another's. */
    private boolean sees(TrialFederation region, State asked, State other) {
        try {
            GetNodeResponse node = FederationServiceGrpc.newBlockingStub(operator(region, asked))
                    .withDeadlineAfter(5, TimeUnit.SECONDS)
                    .getNode(GetNodeRequest.getDefaultInstance());
            return node.getPeersList().stream()
                    .filter(peer -> peer.getState().equals(other.name()))
                    .anyMatch(PeerStatus::getReachable);
        } catch (StatusRuntimeException notYet) {
            return false;
        }
    }

    private ManagedChannel operatorUnderOldRoot(TrialFederation region, State state) {
        return region.channel(state, operatorOf(state), certificate("aes-root.pem"));
    }

    private ManagedChannel operator(TrialFederation region, State state) {
        Credential people = tree.issuingCa(state, Authority.PEOPLE_CA).read();
        Credential operator = new Credential(
                operatorOf(state).key(),
                List.of(
                        operatorOf(state).certificate(),
                        people.certificate(),
                        certificate(state.label() + "/state-ca-2.pem")));
        return region.channel(state, operator, certificate("aes-root-2.pem"));
    }

    private Credential operatorOf(State state) {
        return tree.operator(TrialRegion.capital(state)).read();
    }

    /** From which Mali's node takes what it publishes. */
    private Path publishDirectory() {
        return directory.resolve(State.ML.name()).resolve("publish");
    }

    /** The number of the newest trust state that a node keeps. */
    private long trustOf(State state) throws IOException {
        try (var kept = Files.list(directory.resolve(state.name()).resolve("data/trust"))) {
            return kept.filter(file -> String.valueOf(file.getFileName()).startsWith("state-"))
                    .count();
        }
    }

    private X509Certificate certificate(String file) {
        return CertificateFiles.read(tree.directory().resolve(file)).getFirst();
    }

    private CredentialFiles nodeOf(State state) {
        return tree.node(TrialRegion.capital(state), 1);
    }

    private CredentialFiles deskOf(State state) {
        return CredentialFiles.named(
                directory.resolve(state.name()).resolve("data").resolve("authority"), "node-ca");
    }
}
