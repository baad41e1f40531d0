package org.liptako.node;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.liptako.console.v1.OpenLinkRequest;
import org.liptako.console.v1.SignInServiceGrpc;
import org.liptako.node.config.BucketConfig;
import org.liptako.node.config.ConsoleConfig;
import org.liptako.node.config.EngineChoice;
import org.liptako.node.config.EvidenceConfig;
import org.liptako.node.config.ExchangeConfig;
import org.liptako.node.config.GrpcConfig;
import org.liptako.node.config.InquiryConfig;
import org.liptako.node.config.JournalConfig;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.config.OperationsConfig;
import org.liptako.node.config.PaceConfig;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.config.PossessionConfig;
import org.liptako.node.config.RulesConfig;
import org.liptako.node.config.Settings;
import org.liptako.node.config.TlsConfig;
import org.liptako.node.config.TrustConfig;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.PlacementRecord;
import org.liptako.placement.v1.PlacementServiceGrpc;
import org.liptako.placement.v1.PlacementStatus;
import org.liptako.placement.v1.PlacementTerms;
import org.liptako.placement.v1.RequestPlacementRequest;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.ListReplicasRequest;
import org.liptako.registry.v1.RegisterServiceGrpc;
import org.liptako.registry.v1.RegistryServiceGrpc;

/** Three whole nodes of three States in one process, each with its own database, over real mutual TLS. */
public final class TrialFederation implements AutoCloseable {
    /** How many copies the sample catalogue records. */
    public static final int SAMPLE_COPIES = 48;

    private static final Path SAMPLES = Path.of("src/main/samples");

    private final Path directory;
    private final TrialTree tree;
    private final Means means;
    private final Map<State, TestDatabase> databases = new EnumMap<>(State.class);
    private final Map<State, Integer> ports = new EnumMap<>(State.class);
    private final Map<State, Node> nodes = new EnumMap<>(State.class);
    private final List<ManagedChannel> channels = new ArrayList<>();

    /**
     * What may differ from one federation to another.
     *
     * @param publishing the States whose nodes take what is published in the tree
     * @param unsignedRules where the rules lie that a State's node judges by
     * @param fromOuagadougouToBamako on which port a line begins that ends on the given one
     * @param buckets the bucket that holds a State's copies
     */
    private record Means(
            Set<State> publishing,
            Function<State, @Nullable Path> unsignedRules,
            IntUnaryOperator fromOuagadougouToBamako,
            Function<State, @Nullable BucketConfig> buckets) {
        static final Means USUAL =
                new Means(Set.of(State.values()), state -> SAMPLES.resolve("rules"), port -> port, state -> null);

        Means publishing(Set<State> states) {
            return new Means(states, unsignedRules, fromOuagadougouToBamako, buckets);
        }

        Means judgingBy(Function<State, @Nullable Path> rules) {
            return new Means(publishing, rules, fromOuagadougouToBamako, buckets);
        }

        Means over(IntUnaryOperator line) {
            return new Means(publishing, unsignedRules, line, buckets);
        }

        Means into(Function<State, @Nullable BucketConfig> others) {
            return new Means(publishing, unsignedRules, fromOuagadougouToBamako, others);
        }
    }

    /** Starts the three nodes, with their data below this directory; they judge by the sample rules, which nobody has signed. */
    public TrialFederation(Path directory) throws IOException {
        this(directory, TrialRegion.tree(), Means.USUAL);
    }

    /**
     * Starts the three nodes with the certificates of a region of their own.
     *
     * @param publishing the States whose nodes take what is published in the tree; the others learn it from them
     */
    TrialFederation(Path directory, TrialTree tree, Set<State> publishing) throws IOException {
        this(directory, tree, Means.USUAL.publishing(publishing));
    }

    /** Three nodes of which Mali's judges by other rules than the samples, which nobody has signed either. */
    static TrialFederation withMaliJudgingBy(Path directory, Path rules) throws IOException {
        return new TrialFederation(
                directory,
                TrialRegion.tree(),
                Means.USUAL.judgingBy(state -> state == State.ML ? rules : SAMPLES.resolve("rules")));
    }

    /** Three nodes that judge by signed editions, and hold none yet. */
    public static TrialFederation withoutRules(Path directory) throws IOException {
        return new TrialFederation(directory, TrialRegion.tree(), Means.USUAL.judgingBy(state -> null));
    }

    /**
     * Three nodes of which Burkina Faso's reaches Mali's over a line of the test's.
     *
     * @param line where the line begins, given the port on which it ends
     */
    static TrialFederation withALine(Path directory, IntUnaryOperator line) throws IOException {
        return new TrialFederation(directory, TrialRegion.tree(), Means.USUAL.over(line));
    }

    /** Three nodes of which some keep their copies in buckets. */
    static TrialFederation withBuckets(Path directory, Map<State, BucketConfig> buckets) throws IOException {
        return new TrialFederation(directory, TrialRegion.tree(), Means.USUAL.into(buckets::get));
    }

    private TrialFederation(Path directory, TrialTree tree, Means means) throws IOException {
        this.directory = directory;
        this.tree = tree;
        this.means = means;
        for (State state : State.values()) {
            databases.put(state, TestDatabase.fresh());
            ports.put(state, FreePort.find());
        }
        for (State state : State.values()) {
            nodes.put(state, Node.start(settings(state)));
        }
    }

    /** Has each State take its part of the samples, and waits until each knows the whole. */
    public void takeTheSamples() throws IOException {
        for (State state : State.values()) {
            take(state, "sites.yaml");
            take(state, "datasets.yaml");
        }
        for (State state : State.values()) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> registry(state)
                                    .listReplicas(ListReplicasRequest.getDefaultInstance())
                                    .getReplicasCount()
                            == SAMPLE_COPIES);
        }
    }

    /** Ends a State's node, which keeps its data. */
    public void stop(State state) {
        requireNonNull(nodes.remove(state)).close();
    }

    /** Starts a node again that was ended. */
    void startAgain(State state) throws IOException {
        nodes.put(state, Node.start(settings(state)));
    }

    public Node node(State state) {
        return requireNonNull(nodes.get(state));
    }

    public int port(State state) {
        return requireNonNull(ports.get(state));
    }

    /** The options by which a command reaches a State's node as somebody. */
    public List<String> reach(State state, CredentialFiles caller) {
        return List.of(
                "--node",
                "127.0.0.1:" + port(state),
                "--server-name",
                serverName(state),
                "--cert",
                caller.certificate().toString(),
                "--key",
                caller.key().toString(),
                "--root",
                TrialRegion.tree().root().certificate().toString());
    }

    /** Where the node keeps its data. */
    public Path data(State state) {
        return directory.resolve(state.name()).resolve("data");
    }

    /** The database of a State's node. */
    Jdbi database(State state) {
        return requireNonNull(databases.get(state)).jdbi();
    }

    public RegistryServiceGrpc.RegistryServiceBlockingStub registry(State state) {
        return RegistryServiceGrpc.newBlockingStub(channel(state, TrialRegion.operator(state)));
    }

    public RegisterServiceGrpc.RegisterServiceBlockingStub register(State state, Role role) {
        CredentialFiles files = role == Role.OFFICER
                ? TrialRegion.tree().officer(state, 1)
                : TrialRegion.tree().administrator(state);
        return RegisterServiceGrpc.newBlockingStub(channel(state, files.read()));
    }

    /** What {@code liptako login} prints for whoever holds the credential. */
    public String link(State state, Credential caller) {
        ManagedChannel channel = channel(state, caller);
        try {
            return SignInServiceGrpc.newBlockingStub(channel)
                    .openLink(OpenLinkRequest.getDefaultInstance())
                    .getLink();
        } finally {
            channel.shutdownNow();
        }
    }

    /** A connection to a State's node, for whoever holds the credential; closed with the federation. */
    public ManagedChannel channel(State state, Credential caller) {
        return channel(state, caller, TrialRegion.root());
    }

    /** The same, for a caller who knows another root. */
    ManagedChannel channel(State state, Credential caller, X509Certificate root) {
        try {
            ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", port(state))
                    .sslContext(GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.OPENSSL)
                            .trustManager(root)
                            .keyManager(caller.key(), caller.chain().toArray(X509Certificate[]::new))
                            .build())
                    .overrideAuthority(serverName(state))
                    .build();
            channels.add(channel);
            return channel;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The DNS name in the certificate of a State's node. */
    public static String serverName(State state) {
        return Party.at(TrialRegion.capital(state), Role.NODE, "1")
                .dnsNameIn(TrialRegion.ZONE)
                .orElseThrow();
    }

    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdownNow);
        nodes.values().forEach(Node::close);
        databases.values().forEach(TestDatabase::close);
    }

    /**
     * Bamako's operator asks for a copy at Ouagadougou, which both States accept.
     *
     * @param request what the request is called
     * @return the serial of the grant
     */
    public String grantToOuagadougou(String request, String dataset, boolean encrypted) {
        return grant(State.ML, State.BF, request, dataset, encrypted);
    }

    /** The operator of one capital asks for a copy in another, as often as it takes until both States have accepted it. */
    public String grant(State home, State host, String request, String dataset, boolean encrypted) {
        PlacementServiceGrpc.PlacementServiceBlockingStub placements =
                PlacementServiceGrpc.newBlockingStub(channel(home, TrialRegion.operator(home)));
        RequestPlacementRequest asked = RequestPlacementRequest.newBuilder()
                .setRequestId(request)
                .setTerms(PlacementTerms.newBuilder()
                        .setDataset(dataset)
                        .setOperation("REPLICATE")
                        .setTargetSite(TrialRegion.capital(host).value())
                        .setPurpose("CONTINUITY")
                        .setEncrypted(encrypted)
                        .setReturnClause(true))
                .build();
        PlacementRecord placement = await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> placements.requestPlacement(asked).getPlacement(),
                        answered -> answered.getStatus() != PlacementStatus.PLACEMENT_STATUS_PENDING
                                && answered.getStatus() != PlacementStatus.PLACEMENT_STATUS_GRANTED);
        assertThat(placement.getStatus()).isEqualTo(PlacementStatus.PLACEMENT_STATUS_ACCEPTED);
        return placement.getGrant().getSerial();
    }

    private void take(State state, String sample) throws IOException {
        register(state, Role.ADMINISTRATOR)
                .importCatalogue(ImportCatalogueRequest.newBuilder()
                        .setYaml(Files.readString(SAMPLES.resolve(sample)))
                        .build());
    }

    private void giveWitnessKey(State state) throws IOException {
        CredentialFiles files =
                CredentialFiles.named(Files.createDirectories(data(state).resolve("evidence")), "witness");
        if (!Files.exists(files.certificate())) {
            files.write(tree.witnessKey(state).read());
        }
    }

    private Settings settings(State state) throws IOException {
        giveWitnessKey(state);
        Path own = Files.createDirectories(directory.resolve(state.name()));
        SiteId site = TrialRegion.capital(state);
        CredentialFiles files = tree.node(site, 1);
        List<PeerConfig> peers = new ArrayList<>();
        for (State peer : State.values()) {
            if (peer != state) {
                peers.add(new PeerConfig(
                        peer, TrialRegion.capital(peer), "127.0.0.1", portFrom(state, peer), serverName(peer)));
            }
        }
        return new Settings(
                new NodeConfig(state, site, 1, TrialRegion.ZONE, true, Files.createDirectories(data(state))),
                new GrpcConfig("127.0.0.1", port(state)),
                new ConsoleConfig("127.0.0.1", 0, "127.0.0.1", 0),
                new TlsConfig(files.certificate(), files.key(), tree.root().certificate()),
                new TrustConfig(means.publishing().contains(state) ? tree.published() : null, null),
                requireNonNull(databases.get(state)).config(),
                new RulesConfig(means.unsignedRules().apply(state), EngineChoice.EMBEDDED, null),
                peers,
                new ExchangeConfig(
                        own.resolve("replicas"),
                        own.resolve("publish"),
                        own.resolve("keys"),
                        own.resolve("courier"),
                        means.buckets().apply(state),
                        false,
                        null,
                        null),
                new PaceConfig(ZoneOffset.UTC, List.of()),
                PossessionConfig.USUAL,
                InquiryConfig.USUAL,
                new JournalConfig(
                        new EvidenceConfig(
                                tree.journalKey(state).certificate(),
                                tree.journalKey(state).key()),
                        JournalConfig.WITNESSES),
                OperationsConfig.USUAL);
    }

    private int portFrom(State state, State peer) {
        return state == State.BF && peer == State.ML
                ? means.fromOuagadougouToBamako().applyAsInt(port(peer))
                : port(peer);
    }
}
