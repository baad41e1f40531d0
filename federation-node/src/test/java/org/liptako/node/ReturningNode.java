package org.liptako.node;

import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.BucketConfig;
import org.liptako.node.config.EngineChoice;
import org.liptako.node.config.ExchangeConfig;
import org.liptako.node.config.RulesConfig;
import org.liptako.node.config.Settings;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.JournalReplay;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.State;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.RegisterServiceGrpc;

/** Mali's whole node with the samples' catalogue and rules, to which copies come home from the host in Paris, stopped and started as a test wants. */
final class ReturningNode implements AutoCloseable {
    private final Path directory;
    private final @Nullable BucketConfig bucket;
    private final TestDatabase database = TestDatabase.fresh();
    private final Map<Credential, ManagedChannel> channels = new HashMap<>();
    private Node node;

    /** Keeps copies in a directory. */
    ReturningNode(Path directory) throws IOException {
        this(directory, null);
    }

    /** @param bucket where the State publishes objects and keeps copies, if it does */
    ReturningNode(Path directory, @Nullable BucketConfig bucket) throws IOException {
        this.directory = directory;
        this.bucket = bucket;
        this.node = begin();
        var register = RegisterServiceGrpc.newBlockingStub(
                channel(TrialRegion.tree().administrator(State.ML).read()));
        for (String sample : List.of("sites.yaml", "datasets.yaml")) {
            register.importCatalogue(ImportCatalogueRequest.newBuilder()
                    .setYaml(Files.readString(Path.of("src/main/samples", sample)))
                    .build());
        }
    }

    private Node begin() throws IOException {
        Node begun = Node.start(settings());
        Files.createDirectories(publishing());
        return begun;
    }

    /** Stops the node; its database and files stay. */
    void stop() {
        node.close();
    }

    /** Starts it on what it left. */
    void startAgain() throws IOException {
        node = begin();
        hangUp();
    }

    /** Has the registry and the campaigns made anew from the journal. */
    void rebuild() {
        new JournalReplay(database.jdbi(), ProjectionUpkeep.projections(State.ML)).run();
    }

    /** What the journal has been read into, of campaigns and copies. */
    List<String> rows() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT c::text FROM campaign c"
                                        + " UNION ALL SELECT k::text FROM campaign_copy k"
                                        + " UNION ALL SELECT s::text FROM campaign_signature s"
                                        + " UNION ALL SELECT r::text FROM registry_statement r WHERE kind = 'REPLICA' ORDER BY 1")
                        .mapTo(String.class)
                        .list());
    }

    /** Below it lies what the State may publish. */
    Path publishing() {
        return directory.resolve("publish");
    }

    /** A line to it, as this caller. */
    ManagedChannel channel(Credential caller) {
        return channels.computeIfAbsent(caller, this::connect);
    }

    private ManagedChannel connect(Credential caller) {
        try {
            return NettyChannelBuilder.forAddress("127.0.0.1", node.card().grpc())
                    .sslContext(GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.OPENSSL)
                            .trustManager(TrialRegion.root())
                            .keyManager(caller.key(), caller.chain().toArray(X509Certificate[]::new))
                            .build())
                    .overrideAuthority(TrialFederation.serverName(State.ML))
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hangUp() {
        channels.values().forEach(ManagedChannel::shutdownNow);
        channels.clear();
    }

    private Settings settings() throws IOException {
        Settings plain = LoneNode.settings(
                directory,
                database.config(),
                new RulesConfig(Path.of("src/main/samples/rules"), EngineChoice.EMBEDDED, null));
        ExchangeConfig where = plain.exchange();
        return new Settings(
                plain.node(),
                plain.grpc(),
                plain.console(),
                plain.tls(),
                plain.trust(),
                plain.database(),
                plain.rules(),
                plain.peers(),
                new ExchangeConfig(
                        where.storeDir(),
                        where.publishDir(),
                        where.keysDir(),
                        where.courierDir(),
                        bucket,
                        where.verifyDisk(),
                        where.replacedStore(),
                        where.keyToken()),
                plain.pace(),
                plain.possession(),
                plain.inquiry(),
                plain.journal(),
                plain.operations());
    }

    @Override
    public void close() {
        hangUp();
        node.close();
        database.close();
    }
}
