package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.ListTransfersRequest;
import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.journal.v1.GetHeadRequest;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.ReadEntriesRequest;
import org.liptako.node.config.DatabaseConfig;
import org.liptako.node.config.EngineChoice;
import org.liptako.node.config.RulesConfig;
import org.liptako.node.config.Settings;
import org.liptako.node.database.EmbeddedDatabase;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.CheckPlacementRequest;
import org.liptako.placement.v1.GetPlacementRequest;
import org.liptako.placement.v1.ListPlacementsRequest;
import org.liptako.placement.v1.PlacementServiceGrpc;
import org.liptako.placement.v1.PlacementTerms;
import org.liptako.placement.v1.RequestPlacementRequest;
import org.liptako.registry.v1.DeclareRegisterRequest;
import org.liptako.registry.v1.ListDatasetsRequest;
import org.liptako.registry.v1.ListFindingsRequest;
import org.liptako.registry.v1.ListReplicasRequest;
import org.liptako.registry.v1.ListSitesRequest;
import org.liptako.registry.v1.RecordHoldRequest;
import org.liptako.registry.v1.Register;
import org.liptako.registry.v1.RegisterServiceGrpc;
import org.liptako.registry.v1.RegistryServiceGrpc;
import org.liptako.registry.v1.WhereRequest;

/** A node whose PostgreSQL goes away under it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DatabaseOutageIT {
    private static final PlacementTerms TERMS = PlacementTerms.newBuilder()
            .setDataset("ML-DS-008")
            .setOperation("REPLICATE")
            .setTargetSite("BF-OUA-1")
            .build();

    @TempDir
    private Path directory;

    private final List<ManagedChannel> channels = new ArrayList<>();

    @AfterEach
    void hangUp() {
        channels.forEach(ManagedChannel::shutdownNow);
    }

    /** Every question that needs the database; what each needs is said by the same code, whichever room found out. */
    @Test
    void isToldAsSuchByEveryCallThatNeedsTheDatabase() throws IOException {
        EmbeddedDatabase server = EmbeddedDatabase.start(directory.resolve("postgres"));
        try (Node node = Node.start(settings(server))) {
            server.close();

            Map<String, Runnable> questions = questions(node);
            Map<String, Optional<ErrorCode>> codes = ask(questions);

            assertThat(codes)
                    .hasSameSizeAs(questions)
                    .allSatisfy(
                            (question, code) -> assertThat(code).as(question).contains(ErrorCode.DATABASE_DOWN));
        } finally {
            server.close();
        }
    }

    private static Map<String, Optional<ErrorCode>> ask(Map<String, Runnable> questions) {
        Map<String, Optional<ErrorCode>> codes = new ConcurrentHashMap<>();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            questions.forEach((name, question) -> together.execute(() -> codes.put(name, codeOf(question))));
        }
        return codes;
    }

    private static Optional<ErrorCode> codeOf(Runnable question) {
        try {
            question.run();
            return Optional.empty();
        } catch (StatusRuntimeException failure) {
            assertThat(failure.getStatus().getCode()).as(failure.toString()).isEqualTo(Status.Code.UNAVAILABLE);
            return ErrorTrailer.codeOf(failure);
        }
    }

    private Map<String, Runnable> questions(Node node) {
        Channel operator = channel(node, TrialRegion.tree().operator(TrialRegion.capital(State.ML)));
        var placement = PlacementServiceGrpc.newBlockingStub(operator);
        var registry = RegistryServiceGrpc.newBlockingStub(operator);
        var replicas = ReplicaServiceGrpc.newBlockingStub(operator);
        var journal = JournalServiceGrpc.newBlockingStub(
                channel(node, TrialRegion.tree().regulator(State.ML)));
        var officer = RegisterServiceGrpc.newBlockingStub(
                channel(node, TrialRegion.tree().officer(State.ML, 1)));
        var administrator = RegisterServiceGrpc.newBlockingStub(
                channel(node, TrialRegion.tree().administrator(State.ML)));
        return Map.ofEntries(
                Map.entry(
                        "CheckPlacement",
                        () -> placement.checkPlacement(CheckPlacementRequest.newBuilder()
                                .setTerms(TERMS)
                                .build())),
                Map.entry(
                        "RequestPlacement",
                        () -> placement.requestPlacement(RequestPlacementRequest.newBuilder()
                                .setRequestId("request-1")
                                .setTerms(TERMS)
                                .build())),
                Map.entry(
                        "GetPlacement",
                        () -> placement.getPlacement(GetPlacementRequest.newBuilder()
                                .setRequestId("request-1")
                                .build())),
                Map.entry(
                        "ListPlacements",
                        () -> placement.listPlacements(ListPlacementsRequest.newBuilder()
                                .setPageToken("cmVxdWVzdC0x")
                                .build())),
                Map.entry(
                        "Where",
                        () -> registry.where(WhereRequest.newBuilder()
                                .setDataset("ML-DS-008")
                                .build())),
                Map.entry("ListDatasets", () -> registry.listDatasets(ListDatasetsRequest.getDefaultInstance())),
                Map.entry("ListSites", () -> registry.listSites(ListSitesRequest.getDefaultInstance())),
                Map.entry("ListReplicas", () -> registry.listReplicas(ListReplicasRequest.getDefaultInstance())),
                Map.entry("ListFindings", () -> registry.listFindings(ListFindingsRequest.getDefaultInstance())),
                Map.entry("ListTransfers", () -> replicas.listTransfers(ListTransfersRequest.getDefaultInstance())),
                Map.entry(
                        "PublishVersion",
                        () -> replicas.publishVersion(PublishVersionRequest.newBuilder()
                                .setDataset("ML-DS-008")
                                .setDirectory("ml-ds-008")
                                .build())),
                Map.entry("GetHead", () -> journal.getHead(GetHeadRequest.getDefaultInstance())),
                Map.entry(
                        "ReadEntries",
                        () -> journal.readEntries(ReadEntriesRequest.getDefaultInstance())
                                .forEachRemaining(Objects::requireNonNull)),
                Map.entry(
                        "RecordHold",
                        () -> officer.recordHold(RecordHoldRequest.newBuilder()
                                .setDataset("ML-DS-008")
                                .setHeld(true)
                                .setReference("TGI 2026/1")
                                .build())),
                Map.entry(
                        "DeclareRegister",
                        () -> administrator.declareRegister(DeclareRegisterRequest.newBuilder()
                                .setRegister(Register.REGISTER_HOLDS)
                                .setKept(true)
                                .build())));
    }

    private Channel channel(Node node, CredentialFiles caller) {
        try {
            var credential = caller.read();
            ManagedChannel channel = NettyChannelBuilder.forAddress(
                            "127.0.0.1", node.card().grpc())
                    .sslContext(GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.OPENSSL)
                            .trustManager(TrialRegion.root())
                            .keyManager(credential.key(), credential.chain().toArray(X509Certificate[]::new))
                            .build())
                    .overrideAuthority(TrialFederation.serverName(State.ML))
                    .build();
            channels.add(channel);
            return channel;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Settings settings(EmbeddedDatabase server) throws IOException {
        Path publish = Files.createDirectories(directory.resolve("publish"));
        Files.writeString(Files.createDirectories(publish.resolve("ml-ds-008")).resolve("a.csv"), "a;b");
        return LoneNode.settings(
                directory,
                new DatabaseConfig.Given(server.url("postgres"), "postgres", ""),
                new RulesConfig(Path.of("src/main/samples/rules"), EngineChoice.EMBEDDED, null));
    }
}
