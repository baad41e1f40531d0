package org.liptako.node.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.node.identity.RawHttp2.Frame;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.CheckPlacementsRequest;
import org.liptako.placement.v1.PlacementTerms;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.RegisterServiceGrpc;
import org.liptako.trust.v1.GetAuthoritiesRequest;
import org.liptako.trust.v1.TrustServiceGrpc;

/** Every limit of calls, exceeded against a running server; {@link GateIT} holds those of messages and metadata. */
@Timeout(60)
class CallLimitsIT {
    private static final int ONE_TOO_MANY = 2 * ServerLimits.CALLS_PER_CONNECTION + 1;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TightServer tight = new TightServer();

    @AfterEach
    void stop() {
        tight.close();
    }

    @Test
    void refusesAStreamBeyondTheMostOfAConnection() throws Exception {
        try (RawHttp2 client = tight.connect()) {
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
        try (RawHttp2 client = tight.connect()) {
            openOneTooMany(client);
            Frame refused = requireNonNull(client.await(frame -> frame.type() == RawHttp2.HEADERS, PATIENCE));

            assertThat(refused.stream()).isBetween(1, ONE_TOO_MANY);
            assertThat(tight.refusedFor("calls")).isEqualTo(1);
        }
    }

    private static void openOneTooMany(RawHttp2 client) throws IOException {
        for (int stream = 1; stream <= ONE_TOO_MANY; stream += 2) {
            client.call(stream, TightServer.STREAM);
        }
    }

    @Test
    void cutsOffWhoeverOpensCallsOnlyToResetThem() throws Exception {
        try (RawHttp2 client = tight.connect()) {
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
        client.call(2 * round + 1, TightServer.STREAM);
        client.send(RawHttp2.RST_STREAM, 0, 2 * round + 1, new byte[] {0, 0, 0, 8});
    }

    @Test
    void cutsOffHeadersWithoutEnd() throws Exception {
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        RawHttp2.literal(more, "x-more", "m".repeat(100));
        try (RawHttp2 client = tight.connect()) {
            client.endlessHeaders(1, TightServer.STREAM);
            assertThat(ends(client, round -> client.send(RawHttp2.CONTINUATION, 0, 1, more.toByteArray())))
                    .isTrue();
        }
    }

    @Test
    void endsACallThatBringsNoDeadlineAtItsOwn() {
        try (TrialClient client = tight.client()) {
            Status ended = TightServer.failure(() -> FederationServiceGrpc.newBlockingStub(client.channel())
                    .getNode(GetNodeRequest.getDefaultInstance()));

            assertThat(ended.getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            assertThat(ended.getDescription()).startsWith("CALL_TOO_LONG");
        }
    }

    @Test
    void endsACallWhoseDeadlineIsTooFarAwayAtItsOwn() {
        try (TrialClient client = tight.client()) {
            Status ended = TightServer.failure(() -> FederationServiceGrpc.newBlockingStub(client.channel())
                    .withDeadlineAfter(1, TimeUnit.DAYS)
                    .getNode(GetNodeRequest.getDefaultInstance()));

            assertThat(ended.getDescription()).startsWith("CALL_TOO_LONG");
        }
    }

    /** Before a byte of what they send is kept: a message may be of megabytes. */
    @Test
    void takesNoMoreCallsOfStrangersThanAFewAtOnce() {
        int room = TightServer.TIGHT.strangerCallsOfOneAddress();
        try (TrialClient stranger = TrialClient.of(tight.server(), null);
                TrialClient known = tight.client()) {
            List<CompletableFuture<Status>> calls = IntStream.rangeClosed(0, room)
                    .mapToObj(call -> CompletableFuture.supplyAsync(
                            () -> TightServer.failure(() -> TrustServiceGrpc.newBlockingStub(stranger.channel())
                                    .getAuthorities(GetAuthoritiesRequest.getDefaultInstance())),
                            Thread::startVirtualThread))
                    .toList();
            await().untilAsserted(
                            () -> assertThat(tight.refusedFor("stranger-calls")).isEqualTo(1));
            Status meanwhile = TightServer.failure(() -> FederationServiceGrpc.newBlockingStub(known.channel())
                    .getNode(GetNodeRequest.getDefaultInstance()));

            assertThat(meanwhile.getDescription())
                    .as("whoever is known has room")
                    .startsWith("CALL_TOO_LONG");
            assertThat(calls.stream().map(CompletableFuture::join).map(Status::getCode))
                    .containsOnlyOnce(Status.Code.RESOURCE_EXHAUSTED)
                    .filteredOn(Status.Code.DEADLINE_EXCEEDED::equals)
                    .hasSize(room);
        }
    }

    @Test
    void unfoldsACompressedMessageNoFurtherThanItsLimit() {
        Credential administrator = TrialRegion.tree().administrator(State.ML).read();
        ImportCatalogueRequest bomb = ImportCatalogueRequest.newBuilder()
                .setYaml("\0".repeat(ServerLimits.MESSAGE_BYTES))
                .build();
        try (TrialClient client = TrialClient.of(tight.server(), administrator)) {
            Status refused = TightServer.failure(() -> RegisterServiceGrpc.newBlockingStub(client.channel())
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
        try (RawHttp2 client = tight.connect()) {
            client.await(frame -> frame.type() == RawHttp2.SETTINGS, PATIENCE);
            client.call(1, TightServer.STREAM);
            byte[] batch = batch(100);
            for (int sent = 0; sent < questions; sent += 100) {
                client.send(RawHttp2.DATA, 0, 1, batch);
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(tight.asked()).hasValueGreaterThan(500));
            await().during(Duration.ofSeconds(1))
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(tight.asked()).hasValueLessThan(questions / 2));
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
}
