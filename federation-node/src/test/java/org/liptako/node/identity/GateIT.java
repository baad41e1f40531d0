package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.federation.v1.GetNodeResponse;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.CheckPlacementRequest;
import org.liptako.placement.v1.CheckPlacementsRequest;
import org.liptako.placement.v1.CheckPlacementsResponse;
import org.liptako.placement.v1.PlacementServiceGrpc;
import org.liptako.placement.v1.PlacementServiceGrpc.PlacementServiceBlockingStub;
import org.liptako.placement.v1.PlacementTerms;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.RegisterServiceGrpc;
import org.liptako.registry.v1.RegisterServiceGrpc.RegisterServiceBlockingStub;

/** What becomes of a call once TLS has let its caller in. */
class GateIT {
    private static final PlacementTerms TERMS = PlacementTerms.newBuilder()
            .setDataset("ML-DS-008")
            .setOperation("REPLICATE")
            .setTargetSite("BF-OUA-1")
            .build();
    private static final Duration LONGER_THAN_ANY_LEAF = Duration.ofDays(4_000);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final InstantSource time = now::get;
    private final TrialServer server = new TrialServer(State.ML, time.withZone(ZoneOffset.UTC), EchoEndpoints.all());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void refusesARoleThatMayNotMakeTheCall() {
        try (TrialClient operator = TrialClient.of(server, TrialRegion.operator(State.ML))) {
            StatusRuntimeException refusal = failure(() -> register(operator).importCatalogue(catalogue()));

            assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
            assertThat(refusal.getStatus().getDescription())
                    .isEqualTo("ROLE_NOT_ENTITLED: Le rôle OPERATOR ne permet pas l'appel"
                            + " liptako.registry.v1.RegisterService/ImportCatalogue ; rôles admis : ADMINISTRATOR."
                            + " / The role OPERATOR may not call"
                            + " liptako.registry.v1.RegisterService/ImportCatalogue; roles that may: ADMINISTRATOR.");
            assertThat(ErrorTrailer.codeOf(refusal)).contains(ErrorCode.ROLE_NOT_ENTITLED);
        }
    }

    @Test
    void refusesAnotherStatesOperatorWhereTheCallIsForItsOwn() {
        try (TrialClient stranger = TrialClient.of(server, TrialRegion.operator(State.BF))) {
            StatusRuntimeException refusal = failure(() -> placement(stranger).checkPlacement(check(TERMS)));

            assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
            assertThat(refusal.getStatus().getDescription()).contains("kept for the State ML; yours is BF");
        }
    }

    @Test
    void answersARequestThatBreaksALimitWithTheFieldAndTheLimit() {
        try (TrialClient operator = TrialClient.of(server, TrialRegion.operator(State.ML))) {
            PlacementTerms long33 = TERMS.toBuilder().setPurpose("P".repeat(33)).build();
            StatusRuntimeException refusal = failure(() -> placement(operator).checkPlacement(check(long33)));

            assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(refusal.getStatus().getDescription())
                    .isEqualTo("LIMIT_BROKEN: Le champ terms.purpose a 33 caractères ; le maximum est 32."
                            + " / Field terms.purpose has 33 characters; the most is 32.");
            assertThat(ErrorTrailer.codeOf(refusal)).contains(ErrorCode.LIMIT_BROKEN);
        }
    }

    @Test
    void tellsOfAFaultNoMoreThanItsReference() {
        Credential administrator = TrialRegion.tree().administrator(State.ML).read();
        try (TrialClient client = TrialClient.of(server, administrator)) {
            StatusRuntimeException fault = failure(() -> register(client).importCatalogue(catalogue()));

            assertThat(fault.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
            assertThat(fault.getStatus().getDescription())
                    .matches("INTERNAL: Défaut du nœud, référence [0-9A-F]{8} .* / A fault of the node, .*")
                    .doesNotContain("fire");
        }
    }

    @Test
    void refusesAMessageBeyondFourMebibytes() {
        Credential administrator = TrialRegion.tree().administrator(State.ML).read();
        try (TrialClient client = TrialClient.of(server, administrator)) {
            ImportCatalogueRequest huge = ImportCatalogueRequest.newBuilder()
                    .setYaml("x".repeat(ServerLimits.MESSAGE_BYTES))
                    .build();

            assertThat(failure(() -> register(client).importCatalogue(huge))
                            .getStatus()
                            .getCode())
                    .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        }
    }

    @Test
    void refusesMetadataBeyondItsLimit() {
        try (TrialClient client = TrialClient.of(server, TrialRegion.operator(State.ML))) {
            assertThat(withMetadata(client, ServerLimits.METADATA_BYTES / 2).getName())
                    .startsWith("ML operator");
            assertThat(failure(() -> withMetadata(client, ServerLimits.METADATA_BYTES))
                            .getStatus()
                            .getCode())
                    .isEqualTo(Status.Code.INTERNAL);
        }
        assertThat(calls("liptako.federation.v1.FederationService/GetNode", "OK"))
                .isEqualTo(1);
    }

    @Test
    void judgesTheChainAgainAtEachCallOfAnOpenConnection() {
        try (TrialClient operator = TrialClient.of(server, TrialRegion.operator(State.ML))) {
            assertThat(placement(operator).checkPlacement(check(TERMS)).getAt()).startsWith("ML operator");

            now.updateAndGet(instant -> instant.plus(LONGER_THAN_ANY_LEAF));
            StatusRuntimeException refusal = failure(() -> placement(operator).checkPlacement(check(TERMS)));

            assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
            assertThat(refusal.getStatus().getDescription())
                    .startsWith("CALLER_UNTRUSTED: Un certificat de la chaîne a expiré.");
        }
    }

    @Test
    void judgesTheChainAgainWhileAStreamRuns() throws InterruptedException {
        try (TrialClient operator = TrialClient.of(server, TrialRegion.operator(State.ML))) {
            BlockingQueue<String> heard = new LinkedBlockingQueue<>();
            StreamObserver<CheckPlacementsRequest> questions = PlacementServiceGrpc.newStub(operator.channel())
                    .checkPlacements(new StreamObserver<>() {
                        @Override
                        public void onNext(CheckPlacementsResponse answer) {
                            heard.add(answer.getAt());
                        }

                        @Override
                        public void onError(Throwable thrown) {
                            heard.add(Status.fromThrowable(thrown).getCode().name());
                        }

                        @Override
                        public void onCompleted() {}
                    });
            CheckPlacementsRequest question =
                    CheckPlacementsRequest.newBuilder().setTerms(TERMS).build();
            questions.onNext(question);
            assertThat(heard.poll(10, TimeUnit.SECONDS)).startsWith("ML operator");

            now.updateAndGet(instant -> instant.plus(LONGER_THAN_ANY_LEAF));
            questions.onNext(question);
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("UNAUTHENTICATED");
        }
    }

    @Test
    void countsCallsByMethodAndStatus() {
        try (TrialClient operator = TrialClient.of(server, TrialRegion.operator(State.ML))) {
            placement(operator).checkPlacement(check(TERMS));
            failure(() -> placement(operator).checkPlacement(check(PlacementTerms.getDefaultInstance())));
        }
        String method = "liptako.placement.v1.PlacementService/CheckPlacement";
        // A call is counted once its answer is on its way.
        await().until(() -> calls(method, "OK") == 1 && calls(method, "INVALID_ARGUMENT") == 1);
    }

    private long calls(String method, String status) {
        return server.metrics()
                .timer("liptako.grpc.calls", "method", method, "status", status)
                .count();
    }

    private static StatusRuntimeException failure(Runnable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call::run);
    }

    private static CheckPlacementRequest check(PlacementTerms terms) {
        return CheckPlacementRequest.newBuilder().setTerms(terms).build();
    }

    private static ImportCatalogueRequest catalogue() {
        return ImportCatalogueRequest.newBuilder().setYaml("sites: []").build();
    }

    private static GetNodeResponse withMetadata(TrialClient client, int bytes) {
        Metadata bloated = new Metadata();
        bloated.put(Metadata.Key.of("x-bloat", Metadata.ASCII_STRING_MARSHALLER), "b".repeat(bytes));
        return FederationServiceGrpc.newBlockingStub(client.channel())
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(bloated))
                .getNode(GetNodeRequest.getDefaultInstance());
    }

    private static PlacementServiceBlockingStub placement(TrialClient client) {
        return PlacementServiceGrpc.newBlockingStub(client.channel()).withDeadlineAfter(10, TimeUnit.SECONDS);
    }

    private static RegisterServiceBlockingStub register(TrialClient client) {
        return RegisterServiceGrpc.newBlockingStub(client.channel()).withDeadlineAfter(10, TimeUnit.SECONDS);
    }
}
