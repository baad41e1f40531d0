package org.liptako.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.liptako.node.config.ConsoleConfig;
import org.liptako.node.config.DatabaseConfig;
import org.liptako.node.config.EvidenceConfig;
import org.liptako.node.config.ExchangeConfig;
import org.liptako.node.config.GrpcConfig;
import org.liptako.node.config.InquiryConfig;
import org.liptako.node.config.JournalConfig;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.config.OperationsConfig;
import org.liptako.node.config.PaceConfig;
import org.liptako.node.config.PossessionConfig;
import org.liptako.node.config.RulesConfig;
import org.liptako.node.config.Settings;
import org.liptako.node.config.TlsConfig;
import org.liptako.node.config.TrustConfig;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.PlacementServiceGrpc;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.RegisterServiceGrpc;

/** Mali's whole node without a peer, with the samples' catalogue, under whichever rules and engines a test wants. */
final class LoneNode implements AutoCloseable {
    private static final Path SAMPLES = Path.of("src/main/samples");
    private static final JsonMapper JSON = new JsonMapper();

    private final TestDatabase database = TestDatabase.fresh();
    private final List<ManagedChannel> channels = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Node node;

    LoneNode(Path directory, RulesConfig rules) throws IOException {
        node = Node.start(settings(directory, database.config(), rules));
        var register = RegisterServiceGrpc.newBlockingStub(
                channel(TrialRegion.tree().administrator(State.ML).read()));
        for (String sample : List.of("sites.yaml", "datasets.yaml")) {
            register.importCatalogue(ImportCatalogueRequest.newBuilder()
                    .setYaml(Files.readString(SAMPLES.resolve(sample)))
                    .build());
        }
    }

    /** The node's checks, for an operator. */
    PlacementServiceGrpc.PlacementServiceBlockingStub placements() {
        return PlacementServiceGrpc.newBlockingStub(channel(TrialRegion.operator(State.ML)));
    }

    /** Whether the node says that its rules are ready to be judged by: UP or DOWN. */
    String rulesReadiness() {
        return get("/health/readiness").at("/details/rules/status").asText();
    }

    /** How many questions had no answer for this reason. */
    double undecided(String reason) {
        return text("/prometheus")
                .lines()
                .filter(line -> line.startsWith("liptako_rules_undecided_total") && line.contains(reason))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private JsonNode get(String path) {
        try {
            return JSON.readTree(text(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String text(String path) {
        try {
            URI page = URI.create("http://127.0.0.1:" + node.card().console() + path);
            return http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private ManagedChannel channel(Credential caller) {
        try {
            ManagedChannel channel = NettyChannelBuilder.forAddress(
                            "127.0.0.1", node.card().grpc())
                    .sslContext(GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.OPENSSL)
                            .trustManager(TrialRegion.root())
                            .keyManager(caller.key(), caller.chain().toArray(X509Certificate[]::new))
                            .build())
                    .overrideAuthority(TrialFederation.serverName(State.ML))
                    .build();
            channels.add(channel);
            return channel;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Mali's node alone, on ports that the system chooses, with everything it keeps below a directory. */
    static Settings settings(Path directory, DatabaseConfig database, RulesConfig rules) throws IOException {
        return settings(directory, database, rules, 1, TrialRegion.tree().node(TrialRegion.capital(State.ML), 1));
    }

    /** One of its processes. */
    static Settings settings(
            Path directory, DatabaseConfig database, RulesConfig rules, int number, CredentialFiles files)
            throws IOException {
        return new Settings(
                new NodeConfig(
                        State.ML,
                        TrialRegion.capital(State.ML),
                        number,
                        TrialRegion.ZONE,
                        true,
                        Files.createDirectories(directory.resolve(number == 1 ? "data" : "data-" + number))),
                new GrpcConfig("127.0.0.1", 0),
                new ConsoleConfig("127.0.0.1", 0, "127.0.0.1", 0),
                new TlsConfig(
                        files.certificate(),
                        files.key(),
                        TrialRegion.tree().root().certificate()),
                new TrustConfig(TrialRegion.tree().published(), null),
                database,
                rules,
                List.of(),
                new ExchangeConfig(
                        directory.resolve("replicas"),
                        directory.resolve("publish"),
                        directory.resolve("keys"),
                        directory.resolve("courier")),
                new PaceConfig(ZoneOffset.UTC, List.of()),
                PossessionConfig.USUAL,
                InquiryConfig.USUAL,
                new JournalConfig(
                        new EvidenceConfig(
                                TrialRegion.tree().journalKey(State.ML).certificate(),
                                TrialRegion.tree().journalKey(State.ML).key()),
                        JournalConfig.WITNESSES),
                OperationsConfig.USUAL);
    }

    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdownNow);
        http.shutdownNow();
        node.close();
        database.close();
    }
}
