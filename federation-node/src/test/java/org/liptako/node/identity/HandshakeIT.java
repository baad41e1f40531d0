package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.State;

/** Who gets through TLS, and that whoever does not leaves its reason in the metrics. */
class HandshakeIT {
    private final TrialServer server = new TrialServer(State.ML, Clock.systemUTC(), EchoEndpoints.all());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void knowsTheCallerByItsCertificate() {
        assertThat(nameOf(TrialRegion.operator(State.ML))).isEqualTo("ML operator ML-BKO-1 1");
        assertThat(nameOf(TrialRegion.tree().regulator(State.NE).read())).isEqualTo("NE regulator 1");
        assertThat(nameOf(TrialRegion.node(State.BF, Clock.systemUTC()).credential()))
                .isEqualTo("BF node BF-OUA-1 1");
    }

    @Test
    void givesACallerWithoutACertificateNoCallButThoseOfTrust() {
        try (TrialClient client = TrialClient.of(server, null)) {
            assertThat(refused(client)).isEqualTo(Status.Code.UNAUTHENTICATED);
        }
    }

    @Test
    void refusesACallerUnderAForeignRoot() {
        assertThat(refused(TrialRegion.tree().foreignOperator().read())).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(refusalsFor("SIGNATURE") + refusalsFor("NO_PATH")).isEqualTo(1);
    }

    @Test
    void refusesMalisAuthoritySpeakingForNiger() {
        assertThat(refused(TrialRegion.tree().forgedOperator().read())).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(refused(TrialRegion.tree().forgedNode().read())).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(refusalsFor("NAME_CONSTRAINTS")).isEqualTo(2);
    }

    @Test
    void givesACallerWithAnExpiredCertificateNoCallButThoseOfTrust() {
        assertThat(refused(TrialRegion.expiredOperator(State.ML))).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(refusalsFor("EXPIRED")).isEqualTo(1);
    }

    @Test
    void refusesTls12() {
        try (TrialClient client = TrialClient.of(server, TrialRegion.operator(State.ML), "TLSv1.2", "X25519")) {
            assertThat(refused(client)).isEqualTo(Status.Code.UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X25519MLKEM768", "X25519", "P-256"})
    void agreesOnEveryGroupItOffers(String group) {
        try (TrialClient client = TrialClient.of(server, TrialRegion.operator(State.ML), "TLSv1.3", group)) {
            assertThat(nameOf(client)).startsWith("ML operator");
        }
    }

    @Test
    void refusesAGroupItDoesNotOffer() {
        try (TrialClient client = TrialClient.of(server, TrialRegion.operator(State.ML), "TLSv1.3", "P-384")) {
            assertThat(refused(client)).isEqualTo(Status.Code.UNAVAILABLE);
        }
    }

    private double refusalsFor(String reason) {
        return server.tlsRefusals("client", reason);
    }

    private String nameOf(Credential credential) {
        try (TrialClient client = TrialClient.of(server, credential)) {
            return nameOf(client);
        }
    }

    private Status.Code refused(Credential credential) {
        try (TrialClient client = TrialClient.of(server, credential)) {
            return refused(client);
        }
    }

    private static Status.Code refused(TrialClient client) {
        return catchThrowableOfType(StatusRuntimeException.class, () -> nameOf(client))
                .getStatus()
                .getCode();
    }

    private static String nameOf(TrialClient client) {
        return FederationServiceGrpc.newBlockingStub(client.channel())
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .getNode(GetNodeRequest.getDefaultInstance())
                .getName();
    }
}
