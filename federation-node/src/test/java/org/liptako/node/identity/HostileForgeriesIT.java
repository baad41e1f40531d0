package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.BindableService;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.FederationServiceGrpc.FederationServiceImplBase;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.federation.v1.GetNodeResponse;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.peer.TrialPeers;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.ForgedName;
import org.liptako.pki.issuing.HostileForgeries;
import org.liptako.pki.issuing.HostileForgeries.Forgery;
import org.liptako.pki.issuing.HostileForgeries.Form;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.State;
import org.liptako.pki.validation.RejectionReason;
import org.liptako.trust.v1.GetTrustRequest;
import org.liptako.trust.v1.GetTrustResponse;
import org.liptako.trust.v1.TrustServiceGrpc;
import org.liptako.trust.v1.TrustServiceGrpc.TrustServiceImplBase;

/**
 * Mali's authorities in Niger's name, by every kind of name and in every form of chain, before a running node of Burkina
 * Faso: as its client, as the peer that it calls, and on a call that came round its TLS. None reaches a desk.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileForgeriesIT {
    private final AtomicInteger reached = new AtomicInteger();
    private final List<BindableService> desks = List.of(new Federation(), new Trust());
    private final TrialServer node = new TrialServer(State.BF, Clock.systemUTC(), desks);
    private final NodeIdentity niger = TrialRegion.node(State.NE, Clock.systemUTC());
    private final OpenDoor roundTls = OpenDoor.of(node.identity(), desks);

    @AfterAll
    void stop() {
        roundTls.close();
        node.close();
    }

    static Stream<Forgery> forgeries() {
        Credential nodeCa =
                TrialRegion.tree().issuingCa(State.ML, Authority.NODE_CA).read();
        Credential stateCa = TrialRegion.tree().stateCa(State.ML).read();
        List<Forgery> all = new HostileForgeries(stateCa, nodeCa, TrialRegion.ZONE, Instant.now()).all();
        assertThat(all).hasSize(ForgedName.values().length * Form.values().length);
        return all.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void reachesNoDesk(Forgery forgery, TestReporter figures) {
        int before = reached.get();
        RejectionReason reason = reasonFor(forgery.name());

        List<RejectionReason> client = noted(side("client"), () -> callsAndAsksForTrust(forgery.credential()));
        List<RejectionReason> server = noted(side("server"), () -> isCalledAsNiger(forgery.credential()));
        List<RejectionReason> caller = noted(roundTls::refusals, () -> callsRoundTls(forgery.credential()));

        assertThat(client).as("as a client of the node").containsExactly(reason);
        assertThat(server).as("as a server that the node calls").containsExactly(reason);
        assertThat(caller).as("as a caller behind TLS").containsExactly(reason);
        assertThat(reached).hasValue(before);
        figures.publishEntry(forgery.toString(), "client, server and caller: " + reason.english());
    }

    @Test
    void anHonestNodeReachesThemInAllThreeWays() {
        Credential honest = niger.credential();
        int before = reached.get();
        try (TrialClient client = TrialClient.of(node, honest);
                TrialClient behind =
                        TrialClient.of(roundTls.port(), node.identity().serverName(), honest);
                OpenDoor server = OpenDoor.showing(honest, desks);
                TrialPeers peers = peersAt(server)) {
            getNode(client.channel());
            getNode(behind.channel());
            getNode(peers.channel(State.NE));
        }
        assertThat(reached).hasValue(before + 3);
    }

    /** The form of the chain adds nothing: the lie is in the leaf, and is met there. */
    private static RejectionReason reasonFor(ForgedName name) {
        return switch (name) {
            case URI, DNS, EMAIL, ADDRESS, SEVERAL, UPPER_CASE, TRAILING_DOT, PERCENT_ESCAPE ->
                RejectionReason.NAME_CONSTRAINTS;
            case DIRECTORY, OTHER_NAME, REGISTERED_ID -> RejectionReason.ALTERNATIVE_NAMES;
            case COMMON_NAME_ALONE -> RejectionReason.COMMON_NAME;
        };
    }

    private ToDoubleFunction<String> side(String side) {
        return reason -> node.tlsRefusals(side, reason);
    }

    private static List<RejectionReason> noted(ToDoubleFunction<String> refusals, Runnable act) {
        Map<RejectionReason, Double> before = new EnumMap<>(RejectionReason.class);
        for (RejectionReason reason : RejectionReason.values()) {
            before.put(reason, refusals.applyAsDouble(reason.name()));
        }
        act.run();
        return Arrays.stream(RejectionReason.values())
                .filter(reason -> refusals.applyAsDouble(reason.name()) > before.getOrDefault(reason, 0.0))
                .toList();
    }

    /** The call that is open to anyone, and one that is not. */
    private void callsAndAsksForTrust(Credential forged) {
        try (TrialClient client = TrialClient.of(node, forged)) {
            assertThat(refusal(() -> getTrust(client.channel())).getStatus().getCode())
                    .isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(refusal(() -> getNode(client.channel())).getStatus().getCode())
                    .isEqualTo(Status.Code.UNAVAILABLE);
        }
    }

    private void isCalledAsNiger(Credential forged) {
        try (OpenDoor server = OpenDoor.showing(forged, desks);
                TrialPeers peers = peersAt(server)) {
            assertThat(refusal(() -> getNode(peers.channel(State.NE)))
                            .getStatus()
                            .getCode())
                    .isEqualTo(Status.Code.UNAVAILABLE);
        }
    }

    private void callsRoundTls(Credential forged) {
        try (TrialClient client =
                TrialClient.of(roundTls.port(), node.identity().serverName(), forged)) {
            assertThat(ErrorTrailer.codeOf(refusal(() -> getNode(client.channel()))))
                    .contains(ErrorCode.CALLER_UNTRUSTED);
        }
    }

    private TrialPeers peersAt(OpenDoor server) {
        return new TrialPeers(
                node,
                new PeerConfig(
                        State.NE, TrialRegion.capital(State.NE), "127.0.0.1", server.port(), niger.serverName()));
    }

    private static StatusRuntimeException refusal(Runnable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call::run);
    }

    private static void getTrust(Channel channel) {
        TrustServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .getTrust(GetTrustRequest.getDefaultInstance());
    }

    private static void getNode(Channel channel) {
        FederationServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .getNode(GetNodeRequest.getDefaultInstance());
    }

    private final class Federation extends FederationServiceImplBase {
        @Override
        public void getNode(GetNodeRequest request, StreamObserver<GetNodeResponse> answer) {
            reached.incrementAndGet();
            answer.onNext(GetNodeResponse.getDefaultInstance());
            answer.onCompleted();
        }
    }

    private final class Trust extends TrustServiceImplBase {
        @Override
        public void getTrust(GetTrustRequest request, StreamObserver<GetTrustResponse> answer) {
            reached.incrementAndGet();
            answer.onNext(GetTrustResponse.getDefaultInstance());
            answer.onCompleted();
        }
    }
}
