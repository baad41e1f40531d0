package org.liptako.node.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.grpc.BindableService;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.FederationServiceGrpc.FederationServiceImplBase;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.federation.v1.GetNodeResponse;
import org.liptako.node.identity.RawHttp2.Frame;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.CheckPlacementsRequest;
import org.liptako.placement.v1.CheckPlacementsResponse;
import org.liptako.placement.v1.PlacementServiceGrpc.PlacementServiceImplBase;
import org.liptako.placement.v1.PlacementTerms;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.RegisterServiceGrpc;
import org.liptako.registry.v1.RegisterServiceGrpc.RegisterServiceImplBase;

/** Every limit of the server, exceeded against a running one; {@link GateIT} holds those of messages and metadata. */
@Timeout(60)
class HardeningIT {
    private static final String STREAM = "liptako.placement.v1.PlacementService/CheckPlacements";
    private static final int ONE_TOO_MANY = 2 * ServerLimits.CALLS_PER_CONNECTION + 1;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ConnectionLimits TIGHT = new ConnectionLimits(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofHours(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            6,
            3,
            40);

    private final AtomicInteger asked = new AtomicInteger();
    private final Credential operator = TrialRegion.operator(State.ML);
    private final TrialServer server = new TrialServer(
            TrialRegion.node(State.ML, Clock.systemUTC()),
            Clock.systemUTC(),
            TIGHT,
            List.of(new Silent(), new Talkative(), new RegisterServiceImplBase() {}),
            0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void refusesAStreamBeyondTheMostOfAConnection() throws Exception {
        try (RawHttp2 client = RawHttp2.connect(server.port(), operator)) {
            client.await(frame -> frame.type() == RawHttp2.SETTINGS, PATIENCE);
            openOneTooMany(client);
            Frame refused = requireNonNull(client.await(frame -> frame.type() == RawHttp2.RST_STREAM, PATIENCE));

            assertThat(refused.stream()).isEqualTo(ONE_TOO_MANY);
            assertThat(refused.error()).isEqualTo(RawHttp2.REFUSED_STREAM);
        }
    }

    /** Netty holds a client to the most streams only once it has acknowledged that setting. Calls begin side by side: any of them may be the last. */
    @Test
    void refusesAStreamTooManyAlsoOfWhoeverNeverAcknowledgesTheLimit() throws Exception {
        try (RawHttp2 client = RawHttp2.connect(server.port(), operator)) {
            openOneTooMany(client);
            Frame refused = requireNonNull(client.await(frame -> frame.type() == RawHttp2.HEADERS, PATIENCE));

            assertThat(refused.stream()).isBetween(1, ONE_TOO_MANY);
            assertThat(refusedFor("calls")).isEqualTo(1);
        }
    }

    private static void openOneTooMany(RawHttp2 client) throws IOException {
        for (int stream = 1; stream <= ONE_TOO_MANY; stream += 2) {
            client.call(stream, STREAM);
        }
    }

    @Test
    void cutsOffWhoeverOpensCallsOnlyToResetThem() throws Exception {
        try (RawHttp2 client = RawHttp2.connect(server.port(), operator)) {
            for (int round = 0; round < ServerLimits.RESETS_PER_WINDOW / 2; round++) {
                openAndReset(client, round);
            }
            client.send(RawHttp2.PING, 0, 0, new byte[8]);
            assertThat(client.await(frame -> frame.type() == RawHttp2.PING, PATIENCE))
                    .isNotNull();

            assertThat(ends(client, round -> openAndReset(client, ServerLimits.RESETS_PER_WINDOW + round)))
                    .isTrue();
        }
    }

    private static void openAndReset(RawHttp2 client, int round) throws IOException {
        client.call(2 * round + 1, STREAM);
        client.send(RawHttp2.RST_STREAM, 0, 2 * round + 1, new byte[] {0, 0, 0, 8});
    }

    @Test
    void cutsOffWhoeverFloodsItWithPings() throws Exception {
        try (RawHttp2 client = RawHttp2.connect(server.port(), operator)) {
            client.ping(20);
            Frame last = requireNonNull(client.await(frame -> frame.type() == RawHttp2.GOAWAY, PATIENCE));

            assertThat(last.error()).isEqualTo(RawHttp2.ENHANCE_YOUR_CALM);
        }
    }

    @Test
    void cutsOffHeadersWithoutEnd() throws Exception {
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        RawHttp2.literal(more, "x-more", "m".repeat(100));
        try (RawHttp2 client = RawHttp2.connect(server.port(), operator)) {
            client.endlessHeaders(1, STREAM);
            assertThat(ends(client, round -> client.send(RawHttp2.CONTINUATION, 0, 1, more.toByteArray())))
                    .isTrue();
        }
    }

    @Test
    void endsAConnectionThatNeverFinishesItsHandshake() throws IOException {
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            assertThat(endsWithin(silent, PATIENCE)).isTrue();
        }
    }

    @Test
    void endsAConnectionWithoutCalls() throws Exception {
        try (RawHttp2 client = RawHttp2.connect(server.port(), operator)) {
            assertThat(client.await(frame -> frame.type() == RawHttp2.GOAWAY, PATIENCE))
                    .isNotNull();
            // gRPC gives a client that does not answer its last ping ten seconds more.
            assertThat(client.await(frame -> false, PATIENCE.multipliedBy(3))).isNull();
        }
    }

    @Test
    void endsACallThatBringsNoDeadlineAtItsOwn() {
        try (TrialClient client = TrialClient.of(server, operator)) {
            Status ended = failure(() -> FederationServiceGrpc.newBlockingStub(client.channel())
                    .getNode(GetNodeRequest.getDefaultInstance()));

            assertThat(ended.getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            assertThat(ended.getDescription()).startsWith("CALL_TOO_LONG");
        }
    }

    @Test
    void endsACallWhoseDeadlineIsTooFarAwayAtItsOwn() {
        try (TrialClient client = TrialClient.of(server, operator)) {
            Status ended = failure(() -> FederationServiceGrpc.newBlockingStub(client.channel())
                    .withDeadlineAfter(1, TimeUnit.DAYS)
                    .getNode(GetNodeRequest.getDefaultInstance()));

            assertThat(ended.getDescription()).startsWith("CALL_TOO_LONG");
        }
    }

    @Test
    void givesOneStateNoMoreConnectionsThanItsShare() throws Exception {
        List<RawHttp2> open = new ArrayList<>();
        try {
            for (int connection = 0; connection < TIGHT.ofOneState(); connection++) {
                open.add(busy(operator));
            }
            await().until(() -> server.connections().open().stream()
                            .filter(connection -> connection.state() == State.ML)
                            .count()
                    == TIGHT.ofOneState());
            try (RawHttp2 tooMany = RawHttp2.connect(server.port(), operator);
                    RawHttp2 neighbour =
                            busy(TrialRegion.node(State.NE, Clock.systemUTC()).credential())) {
                assertThat(tooMany.await(frame -> false, PATIENCE)).isNull();
                assertThat(neighbour.await(frame -> frame.type() == RawHttp2.SETTINGS, PATIENCE))
                        .isNotNull();
            }
            assertThat(refusedFor("state")).isEqualTo(1);
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
            for (int stranger = 0; stranger < TIGHT.strangersOfOneAddress(); stranger++) {
                strangers.add(new Socket(InetAddress.getLoopbackAddress(), server.port()));
            }
            await().until(() -> server.connections().open().size() == TIGHT.strangersOfOneAddress());
            try (Socket tooMany = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                assertThat(endsWithin(tooMany, Duration.ofMillis(500))).isTrue();
            }
            assertThat(refusedFor("address")).isEqualTo(1);
        } finally {
            for (Socket stranger : strangers) {
                stranger.close();
            }
        }
        await().until(() -> server.connections().open().isEmpty());
        try (RawHttp2 welcome = RawHttp2.connect(server.port(), operator)) {
            assertThat(welcome.await(frame -> frame.type() == RawHttp2.SETTINGS, PATIENCE))
                    .isNotNull();
        }
    }

    @Test
    void sendsAwayAStrangerWhoStays() {
        try (TrialClient stranger = TrialClient.of(server, null)) {
            assertThat(failure(() -> FederationServiceGrpc.newBlockingStub(stranger.channel())
                                    .getNode(GetNodeRequest.getDefaultInstance()))
                            .getCode())
                    .isEqualTo(Status.Code.UNAUTHENTICATED);
            await().atMost(PATIENCE).until(() -> server.connections().open().isEmpty());
        }
    }

    @Test
    void unfoldsACompressedMessageNoFurtherThanItsLimit() {
        Credential administrator = TrialRegion.tree().administrator(State.ML).read();
        ImportCatalogueRequest bomb = ImportCatalogueRequest.newBuilder()
                .setYaml("\0".repeat(ServerLimits.MESSAGE_BYTES))
                .build();
        try (TrialClient client = TrialClient.of(server, administrator)) {
            Status refused = failure(() -> RegisterServiceGrpc.newBlockingStub(client.channel())
                    .withCompression("gzip")
                    .withDeadlineAfter(30, TimeUnit.SECONDS)
                    .importCatalogue(bomb));

            // gRPC's own word for a message that grows too large as it unfolds is either.
            assertThat(refused.getCode()).isIn(Status.Code.RESOURCE_EXHAUSTED, Status.Code.UNKNOWN);
        }
    }

    @Test
    void readsNoMoreOfWhoeverAsksAndNeverListens() throws Exception {
        int questions = 20_000;
        try (RawHttp2 client = RawHttp2.connect(server.port(), operator)) {
            client.await(frame -> frame.type() == RawHttp2.SETTINGS, PATIENCE);
            client.call(1, STREAM);
            byte[] batch = batch(100);
            for (int sent = 0; sent < questions; sent += 100) {
                client.send(RawHttp2.DATA, 0, 1, batch);
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(asked).hasValueGreaterThan(500));
            await().during(Duration.ofSeconds(1))
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(asked).hasValueLessThan(questions / 2));
        }
    }

    @Test
    void knowsNoRoleThatMayAskItToDescribeItself() {
        assertThat(new CallRights().of("grpc.reflection.v1.ServerReflection/ServerReflectionInfo"))
                .isEmpty();
        assertThat(new CallRights()
                        .methods().stream()
                                .filter(method -> new CallRights()
                                        .of(method)
                                        .orElseThrow()
                                        .isOpenToAnyone()))
                .allMatch(method -> method.startsWith("liptako.trust.v1.TrustService/"));
        assertThat(TrialRegion.someone(State.ML, Role.OFFICER).state()).isEqualTo(State.ML);
    }

    private interface Round {
        void play(int number) throws IOException;
    }

    private static boolean ends(RawHttp2 client, Round round) throws IOException {
        try {
            for (int number = 0; number < 20_000; number++) {
                round.play(number);
            }
        } catch (SocketException cut) {
            return true;
        }
        return client.await(frame -> false, PATIENCE) == null;
    }

    private RawHttp2 busy(Credential credential) throws Exception {
        RawHttp2 client = RawHttp2.connect(server.port(), credential);
        client.call(1, STREAM);
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

    /** Questions as gRPC frames them: a flag, a length, the message. */
    private static byte[] batch(int questions) throws IOException {
        byte[] question = CheckPlacementsRequest.newBuilder()
                .setTerms(PlacementTerms.newBuilder()
                        .setDataset("ML-DS-008")
                        .setOperation("REPLICATE")
                        .setTargetSite("BF-OUA-1"))
                .build()
                .toByteArray();
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        DataOutputStream framing = new DataOutputStream(batch);
        for (int number = 0; number < questions; number++) {
            framing.writeByte(0);
            framing.writeInt(question.length);
            framing.write(question);
        }
        return batch.toByteArray();
    }

    private double refusedFor(String limit) {
        return server.metrics()
                .counter("liptako.grpc.connections.refused", "limit", limit)
                .count();
    }

    private static Status failure(Runnable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call::run).getStatus();
    }

    /** A desk that never answers. */
    private static final class Silent extends FederationServiceImplBase implements BindableService {
        @Override
        public void getNode(GetNodeRequest request, StreamObserver<GetNodeResponse> answer) {}
    }

    /** A desk that answers every question at once, at length. */
    private final class Talkative extends PlacementServiceImplBase {
        @Override
        public StreamObserver<CheckPlacementsRequest> checkPlacements(StreamObserver<CheckPlacementsResponse> answer) {
            return new StreamObserver<>() {
                @Override
                public void onNext(CheckPlacementsRequest question) {
                    asked.incrementAndGet();
                    answer.onNext(CheckPlacementsResponse.newBuilder()
                            .setAt("a".repeat(60))
                            .build());
                }

                @Override
                public void onError(Throwable thrown) {}

                @Override
                public void onCompleted() {
                    answer.onCompleted();
                }
            };
        }
    }
}
