package org.liptako.node.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;

/** Turns a configuration file into {@link Settings}, or refuses it with the full key. */
public final class SettingsReader {
    private static final String LOOPBACK = "127.0.0.1";
    static final Set<String> LOOPBACKS = Set.of(LOOPBACK, "::1", "localhost");

    private final SettingsFile file;

    private SettingsReader(SettingsFile file) {
        this.file = file;
    }

    /**
     * Reads and checks a configuration file.
     *
     * @throws ConfigException unless every value is there that must be, and is what its key wants
     */
    public static Settings read(Path path) {
        return new SettingsReader(SettingsFile.read(path)).settings();
    }

    private Settings settings() {
        NodeConfig node = node();
        ExchangeConfig exchange = exchange(node);
        return new Settings(
                node,
                grpc(),
                console(),
                tls(),
                trust(),
                database(node),
                new RulesSettings(file).rules(node),
                new PeerSettings(file).peers(node),
                exchange,
                new PaceSettings(file).pace(node),
                possession(),
                inquiry(),
                journal(exchange),
                new OperationsConfig(file.orElse(
                        "liptako.operations.promise", OperationsConfig.USUAL_PPM, SettingTypes::percentage)));
    }

    private NodeConfig node() {
        State state = file.required("liptako.node.state", SettingTypes::state);
        SiteId site = file.required("liptako.node.site", SiteId::new);
        new PeerSettings(file).mustBeOf(state, site, "liptako.node.site", "liptako.node.state");
        return new NodeConfig(
                state,
                site,
                file.orElse("liptako.node.number", 1, text -> SettingTypes.number(text, 1, 999)),
                file.orElse("liptako.node.zone", Zone.INTERNAL, Zone::new),
                file.orElse("liptako.node.demonstration", false, SettingTypes::yesOrNo),
                file.required("liptako.node.data-dir", Path::of));
    }

    private GrpcConfig grpc() {
        return new GrpcConfig(file.optional("liptako.grpc.bind").orElse(LOOPBACK), port("liptako.grpc.port"));
    }

    private ConsoleConfig console() {
        String bind = file.optional("liptako.console.bind").orElse(LOOPBACK);
        if (!LOOPBACKS.contains(bind)) {
            throw file.refused(
                    "la clé « liptako.console.bind » ne peut être que 127.0.0.1 : les pages y sont servies en clair ;"
                            + " « liptako.console.https-bind » les ouvre à d'autres machines",
                    "the key liptako.console.bind can only be 127.0.0.1: the pages are served in clear there;"
                            + " liptako.console.https-bind opens them to other machines");
        }
        return new ConsoleConfig(
                bind,
                port("liptako.console.port"),
                file.optional("liptako.console.https-bind").orElse(LOOPBACK),
                port("liptako.console.https-port"));
    }

    private TlsConfig tls() {
        return new TlsConfig(
                file.required("liptako.tls.certificate", Path::of),
                file.required("liptako.tls.key", Path::of),
                file.required("liptako.tls.root", Path::of));
    }

    private JournalConfig journal(ExchangeConfig exchange) {
        return new JournalConfig(
                file.has("liptako.journal.checkpoint-")
                        ? new EvidenceConfig(
                                file.required("liptako.journal.checkpoint-certificate", Path::of),
                                file.required("liptako.journal.checkpoint-key", Path::of))
                        : null,
                file.orElse(
                        "liptako.journal.witnesses",
                        JournalConfig.WITNESSES,
                        text -> SettingTypes.number(text, 1, State.values().length - 1)),
                new PublicationConfig(
                        file.optional("liptako.journal.publish-dir")
                                .map(Path::of)
                                .orElse(null),
                        file.has("liptako.journal.publish-bucket-prefix")
                                ? new BucketSettings(file).published(exchange.bucket())
                                : null));
    }

    private TrustConfig trust() {
        return new TrustConfig(
                file.optional("liptako.trust.published-dir").map(Path::of).orElse(null),
                file.has("liptako.trust.authority-") ? authority() : null);
    }

    private AuthorityConfig authority() {
        URI address = file.required("liptako.trust.authority-address", SettingTypes::hostAndPort);
        return new AuthorityConfig(
                address.getHost(), address.getPort(), file.required("liptako.trust.authority-server-name"));
    }

    private DatabaseConfig database(NodeConfig node) {
        return file.has("liptako.database.")
                ? new DatabaseConfig.Given(
                        file.required("liptako.database.url"),
                        file.required("liptako.database.username"),
                        file.required("liptako.database.password"))
                : new DatabaseConfig.Embedded(node.dataDir().resolve("postgres"));
    }

    private ExchangeConfig exchange(NodeConfig node) {
        return new ExchangeConfig(
                directory("liptako.exchange.store-dir", node, "replicas"),
                directory("liptako.exchange.publish-dir", node, "publish"),
                directory("liptako.exchange.keys-dir", node, "keys"),
                directory("liptako.exchange.courier-dir", node, "courier"),
                file.has("liptako.exchange.s3.") ? new BucketSettings(file).bucket(node) : null,
                file.orElse("liptako.exchange.verify-disk", false, SettingTypes::yesOrNo),
                file.has("liptako.exchange.replaces-store")
                        ? file.required("liptako.exchange.replaces-store", ReplacedStore::of)
                        : null,
                file.has("liptako.exchange.key-token.") ? new KeyTokenSettings(file).token() : null);
    }

    private PossessionConfig possession() {
        PossessionConfig usual = PossessionConfig.USUAL;
        return new PossessionConfig(
                span("liptako.possession.reconcile-every", usual.reconcileEvery(), 31),
                span("liptako.possession.unmatched-after", usual.unmatchedAfter(), 366),
                span("liptako.possession.proof-age", usual.proofAge(), 3_660),
                new ChallengeSettings(file).challenges());
    }

    private InquiryConfig inquiry() {
        return new InquiryConfig(file.orElse(
                "liptako.inquiry.kept-for",
                InquiryConfig.USUAL.keptFor(),
                text -> SettingTypes.days(text, InquiryConfig.LEAST, 36_525)));
    }

    private Duration span(String key, Duration usual, int mostDays) {
        return file.orElse(key, usual, text -> SettingTypes.span(text, mostDays));
    }

    private Path directory(String key, NodeConfig node, String usual) {
        return file.orElse(key, node.dataDir().resolve(usual), Path::of);
    }

    private int port(String key) {
        return file.orElse(key, 0, text -> SettingTypes.number(text, 0, 65_535));
    }
}
