package org.liptako.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.FederationServiceGrpc.FederationServiceImplBase;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.federation.v1.GetNodeResponse;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.identity.Caller;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.PeerFailure;
import org.liptako.pki.name.State;

class TlsPeerChannelsIT {
    private final TrialServer mali = new TrialServer(State.ML, Clock.systemUTC(), List.of());
    private final TrialServer burkina = new TrialServer(State.BF, Clock.systemUTC(), List.of(new CallerName()));

    @AfterEach
    void stop() {
        mali.close();
        burkina.close();
    }

    @Test
    void callsAPeerAsThisNode() {
        try (TlsPeerChannels channels = channels(peer(State.BF, burkina.port(), serverName(State.BF)))) {
            assertThat(callerSeenBy(channels.channel(State.BF))).isEqualTo("ML node ML-BKO-1 1");
        }
    }

    @Test
    void refusesANodeOfAnotherStateThanConfigured() {
        try (TlsPeerChannels channels = channels(peer(State.NE, burkina.port(), serverName(State.BF)))) {
            assertThat(failureOn(channels.channel(State.NE)).code()).isEqualTo(ErrorCode.PEER_SILENT);
            assertThat(mali.tlsRefusals("server", "OTHER_PARTY")).isEqualTo(1);
        }
    }

    @Test
    void refusesANodeOfAnotherNameThanConfigured() {
        try (TlsPeerChannels channels = channels(peer(State.NE, burkina.port(), serverName(State.NE)))) {
            assertThat(failureOn(channels.channel(State.NE)).code()).isEqualTo(ErrorCode.PEER_SILENT);
            assertThat(mali.tlsRefusals("server", "PEER_NAME")).isEqualTo(1);
        }
    }

    @Test
    void eachLaneIsAConnectionOfItsOwnThatTheNextBorrowerTakesOver() {
        try (TlsPeerChannels channels = channels(peer(State.BF, burkina.port(), serverName(State.BF)))) {
            try (PeerLane one = channels.lane(State.BF);
                    PeerLane other = channels.lane(State.BF)) {
                assertThat(callerSeenBy(one.channel())).isEqualTo("ML node ML-BKO-1 1");
                assertThat(callerSeenBy(other.channel())).isEqualTo("ML node ML-BKO-1 1");
                assertThat(burkina.open(State.ML)).isEqualTo(2);
            }
            try (PeerLane again = channels.lane(State.BF)) {
                assertThat(callerSeenBy(again.channel())).isEqualTo("ML node ML-BKO-1 1");
                assertThat(burkina.open(State.ML)).isEqualTo(2);
            }
            assertThatThrownBy(() -> channels.lane(State.NE)).hasMessageStartingWith("PEER_SILENT");
        }
    }

    @Test
    void saysThatAPeerIsNotConfigured() {
        try (TlsPeerChannels channels = channels(peer(State.BF, burkina.port(), serverName(State.BF)))) {
            assertThatThrownBy(() -> channels.channel(State.NE))
                    .hasMessageStartingWith("PEER_SILENT: Aucun nœud de Niger n'est configuré ici");
        }
    }

    private TlsPeerChannels channels(PeerConfig peer) {
        return new TlsPeerChannels(new PeerDirectory(List.of(peer)), mali.tls(), mali.trust());
    }

    private static PeerConfig peer(State state, int port, String serverName) {
        return new PeerConfig(state, TrialRegion.capital(state), "127.0.0.1", port, serverName);
    }

    private static String serverName(State state) {
        return TrialRegion.node(state, Clock.systemUTC()).serverName();
    }

    private static Failure failureOn(Channel channel) {
        StatusRuntimeException thrown = catchThrowableOfType(StatusRuntimeException.class, () -> callerSeenBy(channel));
        return PeerFailure.of("NE", thrown);
    }

    private static String callerSeenBy(Channel channel) {
        return FederationServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .getNode(GetNodeRequest.getDefaultInstance())
                .getName();
    }

    private static final class CallerName extends FederationServiceImplBase {
        @Override
        public void getNode(GetNodeRequest request, StreamObserver<GetNodeResponse> answer) {
            String caller = Caller.current().party().toString();
            answer.onNext(GetNodeResponse.newBuilder().setName(caller).build());
            answer.onCompleted();
        }
    }
}
