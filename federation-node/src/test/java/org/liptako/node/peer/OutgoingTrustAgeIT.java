package org.liptako.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractBlockingStub;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.exchange.v1.ConfirmSealedRequest;
import org.liptako.exchange.v1.ReplicaExchangeServiceGrpc;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.identity.TrialTrust;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.AcceptGrantRequest;
import org.liptako.placement.v1.PlacementPeerServiceGrpc;
import org.liptako.trust.v1.GetTrustRequest;
import org.liptako.trust.v1.TrustServiceGrpc;

/** What a node whose own trust state grows old still asks of a peer. The peer offers nothing: a call that reaches it ends as UNIMPLEMENTED. */
class OutgoingTrustAgeIT {
    private final Instant beginning = Instant.now();
    private final AtomicReference<Instant> now = new AtomicReference<>(beginning);
    private final InstantSource time = now::get;
    private final TrialServer mali = new TrialServer(State.ML, Clock.systemUTC(), List.of());
    private final TrialServer burkina = new TrialServer(State.BF, Clock.systemUTC(), List.of());
    private final TlsPeerChannels channels = new TlsPeerChannels(
            new PeerDirectory(List.of(new PeerConfig(
                    State.BF,
                    TrialRegion.capital(State.BF),
                    "127.0.0.1",
                    burkina.port(),
                    burkina.identity().serverName()))),
            mali.tls(),
            TrialTrust.aging(State.ML, time.withZone(ZoneOffset.UTC)));

    @AfterEach
    void stop() {
        channels.close();
        burkina.close();
        mali.close();
    }

    @Test
    void asksOnlyWhatTheTrustStateIsRecentEnoughFor() {
        after(Duration.ofDays(36));
        assertThat(List.of(bind(), pull(), ask())).containsOnly("reached");
        after(Duration.ofDays(38));
        assertThat(List.of(bind(), pull(), ask())).containsExactly("BINDING_ACTS", "reached", "reached");
        after(Duration.ofDays(61));
        assertThat(List.of(bind(), pull(), ask())).containsExactly("BINDING_ACTS", "GRANTED_TRANSFERS", "reached");
        after(Duration.ofDays(121));
        assertThat(List.of(bind(), pull(), ask())).containsExactly("BINDING_ACTS", "GRANTED_TRANSFERS", "PEER_CALLS");
        assertThat(askForTrust()).as("how a newer one comes").isEqualTo("reached");
        after(Duration.ofDays(1));
        assertThat(List.of(bind(), pull(), ask())).as("fresh again").containsOnly("reached");
    }

    private String bind() {
        return outcome(() -> soon(PlacementPeerServiceGrpc.newBlockingStub(channel()))
                .acceptGrant(AcceptGrantRequest.getDefaultInstance()));
    }

    private String pull() {
        return outcome(() -> soon(ReplicaExchangeServiceGrpc.newBlockingStub(channel()))
                .confirmSealed(ConfirmSealedRequest.getDefaultInstance()));
    }

    private String ask() {
        return outcome(() ->
                soon(FederationServiceGrpc.newBlockingStub(channel())).getNode(GetNodeRequest.getDefaultInstance()));
    }

    private String askForTrust() {
        return outcome(() -> soon(TrustServiceGrpc.newBlockingStub(channels.trustChannel(State.BF)))
                .getTrust(GetTrustRequest.getDefaultInstance()));
    }

    private void after(Duration passed) {
        now.set(beginning.plus(passed));
    }

    private Channel channel() {
        return channels.channel(State.BF);
    }

    private static <S extends AbstractBlockingStub<S>> S soon(S stub) {
        return stub.withDeadlineAfter(10, TimeUnit.SECONDS);
    }

    /** Whether the peer was reached, else what this node says that its trust state is too old for. */
    private static String outcome(Runnable call) {
        StatusRuntimeException thrown = catchThrowableOfType(StatusRuntimeException.class, call::run);
        if (thrown.getStatus().getCause() instanceof Failure own) {
            assertThat(own.code()).isEqualTo(ErrorCode.TRUST_TOO_OLD);
            assertThat(ErrorTrailer.codeOf(thrown)).contains(ErrorCode.TRUST_TOO_OLD);
            String words = own.sentence().en();
            assertThat(words).startsWith("Trust state 1 is too old for this act (");
            return words.substring(words.indexOf('(') + 1, words.indexOf(')'));
        }
        return switch (thrown.getStatus().getCode()) {
            case UNIMPLEMENTED, PERMISSION_DENIED -> "reached";
            default -> thrown.toString();
        };
    }
}
