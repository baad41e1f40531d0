package org.liptako.node.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.node.identity.RawHttp2.Frame;
import org.liptako.pki.name.State;

/** Every limit of connections, exceeded against a running server. */
@Timeout(60)
class ConnectionLimitsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TightServer tight = new TightServer();

    @AfterEach
    void stop() {
        tight.close();
    }

    @Test
    void endsAConnectionThatNeverFinishesItsHandshake() throws IOException {
        try (Socket silent =
                new Socket(InetAddress.getLoopbackAddress(), tight.server().port())) {
            assertThat(endsWithin(silent, PATIENCE)).isTrue();
        }
    }

    @Test
    void endsAConnectionWithoutCalls() throws Exception {
        try (RawHttp2 client = tight.connect()) {
            assertThat(client.await(frame -> frame.type() == RawHttp2.GOAWAY, PATIENCE))
                    .isNotNull();
            // gRPC gives a client that does not answer its last ping ten seconds more.
            assertThat(client.await(frame -> false, PATIENCE.multipliedBy(3))).isNull();
        }
    }

    @Test
    void cutsOffWhoeverFloodsItWithPings() throws Exception {
        try (RawHttp2 client = tight.connect()) {
            client.ping(20);
            Frame last = requireNonNull(client.await(frame -> frame.type() == RawHttp2.GOAWAY, PATIENCE));

            assertThat(last.error()).isEqualTo(RawHttp2.ENHANCE_YOUR_CALM);
        }
    }

    @Test
    void givesOneStateNoMoreConnectionsThanItsShare() throws Exception {
        List<RawHttp2> open = new ArrayList<>();
        try {
            for (int connection = 0; connection < TightServer.TIGHT.ofOneState(); connection++) {
                open.add(busy(tight.connect()));
            }
            await().until(() -> tight.server().connections().open().stream()
                            .filter(connection -> connection.state() == State.ML)
                            .count()
                    == TightServer.TIGHT.ofOneState());
            try (RawHttp2 tooMany = tight.connect();
                    RawHttp2 neighbour = busy(RawHttp2.connect(
                            tight.server().port(),
                            TrialRegion.node(State.NE, Clock.systemUTC()).credential()))) {
                assertThat(tooMany.await(frame -> false, PATIENCE)).isNull();
                assertThat(neighbour.await(frame -> frame.type() == RawHttp2.SETTINGS, PATIENCE))
                        .isNotNull();
            }
            assertThat(tight.refusedFor("state")).isEqualTo(1);
        } finally {
            for (RawHttp2 one : open) {
                one.close();
            }
        }
    }

    @Test
    void keepsOneAddressFromFillingItWithStrangersBeforeAnyHandshake() throws Exception {
        List<Socket> strangers = new ArrayList<>();
        try {
            for (int stranger = 0; stranger < TightServer.TIGHT.strangersOfOneAddress(); stranger++) {
                strangers.add(new Socket(
                        InetAddress.getLoopbackAddress(), tight.server().port()));
            }
            await().until(() ->
                    tight.server().connections().open().size() == TightServer.TIGHT.strangersOfOneAddress());
            try (Socket tooMany =
                    new Socket(InetAddress.getLoopbackAddress(), tight.server().port())) {
                assertThat(endsWithin(tooMany, Duration.ofMillis(500))).isTrue();
            }
            assertThat(tight.refusedFor("address")).isEqualTo(1);
        } finally {
            for (Socket stranger : strangers) {
                stranger.close();
            }
        }
        await().until(() -> tight.server().connections().open().isEmpty());
        try (RawHttp2 welcome = tight.connect()) {
            assertThat(welcome.await(frame -> frame.type() == RawHttp2.SETTINGS, PATIENCE))
                    .isNotNull();
        }
    }

    @Test
    void sendsAwayAStrangerWhoStays() {
        try (TrialClient stranger = TrialClient.of(tight.server(), null)) {
            assertThat(TightServer.failure(() -> FederationServiceGrpc.newBlockingStub(stranger.channel())
                                    .getNode(GetNodeRequest.getDefaultInstance()))
                            .getCode())
                    .isEqualTo(Status.Code.UNAUTHENTICATED);
            await().atMost(PATIENCE)
                    .until(() -> tight.server().connections().open().isEmpty());
        }
    }

    private static RawHttp2 busy(RawHttp2 client) throws IOException {
        client.call(1, TightServer.STREAM);
        return client;
    }

    private static boolean endsWithin(Socket socket, Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }
}
