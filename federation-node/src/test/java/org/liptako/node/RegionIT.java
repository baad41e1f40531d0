package org.liptako.node;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.config.ConsoleConfig;
import org.liptako.node.config.EngineChoice;
import org.liptako.node.config.ExchangeConfig;
import org.liptako.node.config.GrpcConfig;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.config.RulesConfig;
import org.liptako.node.config.Settings;
import org.liptako.node.config.TlsConfig;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.registry.v1.Coverage;
import org.liptako.registry.v1.DeclareRegisterRequest;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.ListReplicasRequest;
import org.liptako.registry.v1.ListReplicasResponse;
import org.liptako.registry.v1.ListSitesRequest;
import org.liptako.registry.v1.RecordHoldRequest;
import org.liptako.registry.v1.Register;
import org.liptako.registry.v1.RegisterServiceGrpc;
import org.liptako.registry.v1.RegistryServiceGrpc;
import org.liptako.registry.v1.Replica;
import org.liptako.registry.v1.WhereRequest;
import org.liptako.registry.v1.WhereResponse;

/** Three nodes of three States in one process, on one PostgreSQL, over real mutual TLS. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class RegionIT {
    private static final Path SAMPLES = Path.of("src/main/samples");
    private static final Map<State, TestDatabase> DATABASES = new EnumMap<>(State.class);
    private static final Map<State, Integer> PORTS = new EnumMap<>(State.class);
    private static final Map<State, Node> NODES = new EnumMap<>(State.class);
    private static final List<ManagedChannel> CHANNELS = new ArrayList<>();

    @TempDir
    static Path directory;

    @BeforeAll
    static void startAndImport() throws IOException {
        for (State state : State.values()) {
            DATABASES.put(state, TestDatabase.fresh());
            PORTS.put(state, freePort());
        }
        for (State state : State.values()) {
            NODES.put(state, Node.start(settings(state)));
        }
        for (State state : State.values()) {
            take(state, "sites.yaml");
            take(state, "datasets.yaml");
        }
        everyNodeKnowsTheWholeCatalogue();
    }

    @AfterAll
    static void stop() {
        CHANNELS.forEach(ManagedChannel::shutdownNow);
        NODES.values().forEach(Node::close);
        DATABASES.values().forEach(TestDatabase::close);
    }

    @Test
    void everyNodeAnswersWhereEachCopyIsInTheWordsOfTheStateItLiesIn() {
        for (State asked : State.values()) {
            WhereResponse answer = registry(asked)
                    .where(WhereRequest.newBuilder().setDataset("NE-DS-001").build());

            assertThat(answer.getDataset().getName().getFr()).isEqualTo("Registre d'état civil numérisé");
            assertThat(answer.getReplicasList()).singleElement().satisfies(replica -> {
                assertThat(replica.getSite()).isEqualTo("NE-MIN-1");
                assertThat(replica.getSaidBy()).isEqualTo("NE");
                assertThat(replica.getStatus()).isEqualTo("UNPROVEN");
            });
            assertThat(answer.getCoverageList())
                    .extracting(Coverage::getCurrent)
                    .containsOnly(true);
        }
    }

    @Test
    void theListOfCopiesIsTheSameEverywhere() {
        List<String> mali = copies(State.ML);

        assertThat(mali).hasSize(48);
        assertThat(copies(State.BF)).isEqualTo(mali);
        assertThat(copies(State.NE)).isEqualTo(mali);
        assertThat(registry(State.BF)
                        .listSites(ListSitesRequest.getDefaultInstance())
                        .getSitesList())
                .hasSize(9);
    }

    @Test
    void aPageOfCopiesGoesOnWhereTheOneBeforeEnded() {
        List<String> paged = new ArrayList<>();
        String token = "";
        do {
            ListReplicasResponse page = registry(State.ML)
                    .listReplicas(ListReplicasRequest.newBuilder()
                            .setHome("BF")
                            .setPageSize(5)
                            .setPageToken(token)
                            .build());
            page.getReplicasList().forEach(replica -> paged.add(replica.getDataset()));
            token = page.getNextPageToken();
        } while (!token.isEmpty());

        assertThat(paged).hasSize(16).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anOfficerRecordsAHoldOnADatasetOfTheirOwnStateAndNoOther() {
        RegisterServiceGrpc.RegisterServiceBlockingStub officer = register(State.ML, Role.OFFICER);

        officer.recordHold(hold("ML-DS-005"));

        assertThatThrownBy(() -> officer.recordHold(hold("BF-DS-005")))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refusal ->
                                assertThat(refusal.getStatus().getDescription()).startsWith("OTHER_STATE_DECIDES"));
        assertThatThrownBy(() -> officer.recordHold(hold("ML-DS-999"))).hasMessageContaining("NOT_KNOWN");
        assertThatThrownBy(() -> officer.declareRegister(DeclareRegisterRequest.newBuilder()
                        .setRegister(Register.REGISTER_HOLDS)
                        .setKept(true)
                        .build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refusal -> assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED));
    }

    @Test
    void aQuestionThatHasNoMeaningIsRefusedByItsField() {
        assertThatThrownBy(() -> registry(State.ML)
                        .where(WhereRequest.newBuilder()
                                .setDataset("ML-DS-001")
                                .setHeldAt("yesterday")
                                .build()))
                .hasMessageContaining("INVALID_REQUEST")
                .hasMessageContaining("held_at");
    }

    @Test
    void theNodeTellsItsStarterWhereItAnswers() throws IOException {
        String card = Files.readString(directory.resolve("ML/data/node.json"));

        assertThat(card).contains("\"state\":\"ML\"").contains("\"grpc\":" + PORTS.get(State.ML));
    }

    @Test
    void thePageShowsEveryCopyInFrenchAndInEnglish() throws IOException, InterruptedException {
        String french = page("/?lang=fr");
        String english = page("/?lang=en");

        assertThat(french).contains("<html lang=\"fr\">", "De la copie 1 à la copie 48", "Hébergeur étranger");
        assertThat(english).contains("<html lang=\"en\">", "Copies 1 to 48", "Digitised civil registry");
        assertThat(List.of(french, english))
                .allSatisfy(page -> assertThat(page)
                        .contains("BF-DS-001", "ML-DS-001", "NE-DS-001", "XX-EU-1")
                        .doesNotContain("<script"));
    }

    @Test
    void aNodeWhoseEngineAndJournalAnswerIsReady() throws IOException, InterruptedException {
        assertThat(page("/health/readiness")).contains("\"status\":\"UP\"", "\"rules\"", "\"journal\"");
    }

    private static String page(String path) throws IOException, InterruptedException {
        URI address = URI.create(
                "http://127.0.0.1:" + requireNonNull(NODES.get(State.NE)).card().console() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static void everyNodeKnowsTheWholeCatalogue() {
        for (State state : State.values()) {
            await().atMost(Duration.ofSeconds(60)).until(() -> copies(state).size() == 48);
        }
    }

    private static List<String> copies(State asked) {
        return registry(asked).listReplicas(ListReplicasRequest.getDefaultInstance()).getReplicasList().stream()
                .map(RegionIT::inShort)
                .toList();
    }

    private static String inShort(Replica replica) {
        return replica.getDataset() + " " + replica.getSite() + " " + replica.getState() + " " + replica.getStatus()
                + " " + replica.getSaidBy();
    }

    private static void take(State state, String sample) throws IOException {
        register(state, Role.ADMINISTRATOR)
                .importCatalogue(ImportCatalogueRequest.newBuilder()
                        .setYaml(Files.readString(SAMPLES.resolve(sample)))
                        .build());
    }

    private static RecordHoldRequest hold(String dataset) {
        return RecordHoldRequest.newBuilder()
                .setDataset(dataset)
                .setHeld(true)
                .setReference("TGI 2026/1")
                .build();
    }

    private static RegistryServiceGrpc.RegistryServiceBlockingStub registry(State state) {
        return RegistryServiceGrpc.newBlockingStub(channel(state, TrialRegion.operator(state)));
    }

    private static RegisterServiceGrpc.RegisterServiceBlockingStub register(State state, Role role) {
        CredentialFiles files = role == Role.OFFICER
                ? TrialRegion.tree().officer(state, 1)
                : TrialRegion.tree().administrator(state);
        return RegisterServiceGrpc.newBlockingStub(channel(state, files.read()));
    }

    private static ManagedChannel channel(State state, Credential caller) {
        try {
            ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", PORTS.getOrDefault(state, 0))
                    .sslContext(GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.OPENSSL)
                            .trustManager(TrialRegion.root())
                            .keyManager(caller.key(), caller.chain().toArray(X509Certificate[]::new))
                            .build())
                    .overrideAuthority(serverName(state))
                    .build();
            CHANNELS.add(channel);
            return channel;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Settings settings(State state) throws IOException {
        Path own = Files.createDirectories(directory.resolve(state.name()));
        Path data = Files.createDirectories(own.resolve("data"));
        SiteId site = TrialRegion.capital(state);
        CredentialFiles files = TrialRegion.tree().node(site, 1);
        List<PeerConfig> peers = new ArrayList<>();
        for (State peer : State.values()) {
            if (peer != state) {
                peers.add(new PeerConfig(
                        peer, TrialRegion.capital(peer), "127.0.0.1", PORTS.getOrDefault(peer, 0), serverName(peer)));
            }
        }
        return new Settings(
                new NodeConfig(state, site, 1, TrialRegion.ZONE, true, data),
                new GrpcConfig("127.0.0.1", PORTS.getOrDefault(state, 0)),
                new ConsoleConfig("127.0.0.1", 0),
                new TlsConfig(
                        files.certificate(),
                        files.key(),
                        TrialRegion.tree().root().certificate()),
                database(state).config(),
                new RulesConfig(SAMPLES.resolve("rules"), EngineChoice.EMBEDDED, null),
                peers,
                new ExchangeConfig(own.resolve("replicas"), own.resolve("publish"), own.resolve("keys")));
    }

    private static TestDatabase database(State state) {
        return DATABASES.computeIfAbsent(state, one -> TestDatabase.fresh());
    }

    private static String serverName(State state) {
        return Party.at(TrialRegion.capital(state), Role.NODE, "1")
                .dnsNameIn(TrialRegion.ZONE)
                .orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
