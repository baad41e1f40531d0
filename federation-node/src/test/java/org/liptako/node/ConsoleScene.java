package org.liptako.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.liptako.console.v1.OpenLinkRequest;
import org.liptako.console.v1.SignInServiceGrpc;
import org.liptako.node.cli.client.ClientCredentials;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeTarget;
import org.liptako.node.config.DatabaseConfig;
import org.liptako.node.config.EngineChoice;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.config.RulesConfig;
import org.liptako.node.config.Settings;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.RegisterServiceGrpc;

/** Mali's whole node without a peer, with the samples' catalogue, as people meet it with a browser. */
final class ConsoleScene implements AutoCloseable {
    private static final Path SAMPLES = Path.of("src/main/samples");
    private static final Pattern TAME_NAME =
            Pattern.compile("Pluviométrie et campagnes agricoles|Rainfall and farming seasons");
    /** What somebody may have had themselves call a dataset. */
    private static final String HOSTILE_NAME = "<script>alert(1)</script><b onclick=x>";

    private final AtomicInteger browsers = new AtomicInteger();
    private final List<TrialBrowser> open = new ArrayList<>();
    private final TestDatabase database;
    private final Node node;

    ConsoleScene(Path directory) throws IOException {
        database = TestDatabase.fresh();
        node = Node.start(settings(directory, database, SAMPLES.resolve("rules")));
        try (NodeConnection administrator =
                connection(TrialRegion.tree().administrator(State.ML).read())) {
            for (String sample : List.of("sites.yaml", "datasets.yaml")) {
                administrator
                        .service(RegisterServiceGrpc::newBlockingStub)
                        .importCatalogue(ImportCatalogueRequest.newBuilder()
                                .setYaml(TAME_NAME
                                        .matcher(Files.readString(SAMPLES.resolve(sample)))
                                        .replaceAll(HOSTILE_NAME))
                                .build());
            }
        }
    }

    private ConsoleScene(Settings settings, TestDatabase database) {
        this.database = database;
        this.node = Node.start(settings);
    }

    /** The same node with nothing in it, whose data are no samples. */
    static ConsoleScene inEarnest(Path directory) throws IOException {
        TestDatabase database = TestDatabase.fresh();
        Settings sample = settings(directory, database, null);
        NodeConfig node = sample.node();
        return new ConsoleScene(
                new Settings(
                        new NodeConfig(node.state(), node.site(), node.number(), node.zone(), false, node.dataDir()),
                        sample.grpc(),
                        sample.console(),
                        sample.tls(),
                        sample.trust(),
                        sample.database(),
                        sample.rules(),
                        sample.peers(),
                        sample.exchange(),
                        sample.pace(),
                        sample.possession(),
                        sample.inquiry(),
                        sample.journal(),
                        sample.operations()),
                database);
    }

    /** The same node with nothing in it, which judges by signed editions and holds none yet. */
    static ConsoleScene withoutRules(Path directory) throws IOException {
        TestDatabase database = TestDatabase.fresh();
        return new ConsoleScene(settings(directory, database, null), database);
    }

    /**
     * The same node with nothing in it, which judges by the samples' rules.
     *
     * @param way how it comes to its database
     */
    static ConsoleScene over(Path directory, TestDatabase database, DatabaseConfig way) throws IOException {
        RulesConfig rules = new RulesConfig(SAMPLES.resolve("rules"), EngineChoice.EMBEDDED, null);
        return new ConsoleScene(LoneNode.settings(directory, way, rules), database);
    }

    private static Settings settings(Path directory, TestDatabase database, @Nullable Path rules) throws IOException {
        return LoneNode.settings(directory, database.config(), new RulesConfig(rules, EngineChoice.EMBEDDED, null));
    }

    /** A browser that comes over TLS and shows a certificate, if it has one. */
    TlsBrowser tlsBrowser(@Nullable Credential shown) {
        return new TlsBrowser(node.card().https(), shown);
    }

    /** A connection to where TLS is spoken, from an address of this machine; nothing is said on it. */
    Socket tlsSocket(String from) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), node.card().https(), InetAddress.getByName(from), 0);
    }

    /** A browser in which nobody is signed in. */
    TrialBrowser browser() throws IOException {
        TrialBrowser browser = new TrialBrowser(node.card().console(), browsers.incrementAndGet());
        open.add(browser);
        return browser;
    }

    /** A browser in which somebody of Mali is. */
    TrialBrowser browser(Role role) throws IOException {
        TrialBrowser browser = browser();
        browser.signIn(link(role));
        return browser;
    }

    /** A link for somebody of Mali. */
    String link(Role role) {
        return link(TrialRegion.of(TrialRegion.someone(State.ML, role)));
    }

    String link(Credential credential) {
        try (NodeConnection caller = connection(credential)) {
            return caller.service(SignInServiceGrpc::newBlockingStub)
                    .openLink(OpenLinkRequest.getDefaultInstance())
                    .getLink();
        }
    }

    /** Changes what the database holds. */
    void alter(String sql) {
        database.jdbi().useHandle(handle -> handle.execute(sql));
    }

    /** Has a table of the database answer nobody until this is closed. */
    AutoCloseable lock(String table) {
        Handle handle = database.jdbi().open();
        handle.begin();
        handle.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
        return () -> {
            handle.rollback();
            handle.close();
        };
    }

    /** A connection to the node, for whoever holds the credential. */
    NodeConnection connection(Credential caller) {
        return NodeConnection.open(
                new NodeTarget("127.0.0.1", node.card().grpc(), TrialFederation.serverName(State.ML)),
                new ClientCredentials(caller, TrialRegion.tree().root().certificate()));
    }

    @Override
    public void close() {
        open.forEach(TrialBrowser::close);
        node.close();
        database.close();
    }
}
