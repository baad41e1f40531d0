package org.liptako.node.config;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.limit.ByteRate;
import org.liptako.node.config.limit.DailyWindows;
import org.liptako.node.config.limit.LimitConfig;
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
        return new Settings(
                node,
                grpc(),
                console(),
                tls(),
                trust(),
                database(node),
                rules(node),
                peers(node),
                exchange(node),
                pace(node));
    }

    private NodeConfig node() {
        State state = file.required("liptako.node.state", SettingsReader::state);
        SiteId site = file.required("liptako.node.site", SiteId::new);
        mustBeOf(state, site, "liptako.node.site", "liptako.node.state");
        return new NodeConfig(
                state,
                site,
                file.orElse("liptako.node.number", 1, text -> number(text, 1, 999)),
                file.orElse("liptako.node.zone", Zone.INTERNAL, Zone::new),
                file.orElse("liptako.node.demonstration", false, SettingsReader::yesOrNo),
                file.required("liptako.node.data-dir", Path::of));
    }

    private GrpcConfig grpc() {
        return new GrpcConfig(file.optional("liptako.grpc.bind").orElse(LOOPBACK), port("liptako.grpc.port"));
    }

    private ConsoleConfig console() {
        String bind = file.optional("liptako.console.bind").orElse(LOOPBACK);
        if (!LOOPBACKS.contains(bind)) {
            throw file.refused(
                    "la clé « liptako.console.bind » ne peut être que 127.0.0.1 : la page n'a pas de connexion",
                    "the key liptako.console.bind can only be 127.0.0.1: the page has no sign-in");
        }
        return new ConsoleConfig(bind, port("liptako.console.port"));
    }

    private TlsConfig tls() {
        return new TlsConfig(
                file.required("liptako.tls.certificate", Path::of),
                file.required("liptako.tls.key", Path::of),
                file.required("liptako.tls.root", Path::of));
    }

    private TrustConfig trust() {
        return new TrustConfig(
                file.optional("liptako.trust.published-dir").map(Path::of).orElse(null),
                file.has("liptako.trust.authority-") ? authority() : null);
    }

    private AuthorityConfig authority() {
        URI address = file.required("liptako.trust.authority-address", SettingsReader::hostAndPort);
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

    private RulesConfig rules(NodeConfig node) {
        OpaConfig opa = file.has("liptako.rules.opa-") ? opa(node) : null;
        EngineChoice usual = opa == null ? EngineChoice.EMBEDDED : EngineChoice.BOTH;
        EngineChoice engine = file.orElse("liptako.rules.engine", usual, SettingsReader::engine);
        if (opa != null && engine == EngineChoice.EMBEDDED) {
            throw file.refused(
                    "la clé « liptako.rules.opa-url » ne sert à rien avec « liptako.rules.engine: embedded » : ôtez l'une"
                            + " des deux",
                    "the key liptako.rules.opa-url is for nothing with liptako.rules.engine: embedded: remove one");
        }
        return new RulesConfig(unsignedRules(node), engine, opa);
    }

    /** Whoever may change what OPA holds decides what is law: outside a demonstration it takes a token. */
    private OpaConfig opa(NodeConfig node) {
        URI url = file.required("liptako.rules.opa-url", SettingsReader::http);
        Path token = node.demonstration()
                ? file.optional("liptako.rules.opa-token-file").map(Path::of).orElse(null)
                : file.required("liptako.rules.opa-token-file", Path::of);
        return new OpaConfig(url, token);
    }

    private @Nullable Path unsignedRules(NodeConfig node) {
        if (!file.has("liptako.rules.dir")) {
            return null;
        }
        if (!node.demonstration()) {
            throw file.refused(
                    "la clé « liptako.rules.dir » fait juger d'après des fichiers que personne n'a signés, ce que seule une"
                            + " démonstration peut (liptako.node.demonstration: true) : ôtez-la et publiez des éditions signées",
                    "the key liptako.rules.dir has the node judge by files that nobody has signed, which only a demonstration"
                            + " may (liptako.node.demonstration: true): remove it and publish signed editions");
        }
        return file.required("liptako.rules.dir", Path::of);
    }

    private List<PeerConfig> peers(NodeConfig node) {
        List<PeerConfig> peers = new ArrayList<>();
        Set<State> known = EnumSet.of(node.state());
        int count = file.items("liptako.peers");
        for (int number = 0; number < count; number++) {
            String item = "liptako.peers[" + number + "].";
            PeerConfig peer = peer(item);
            if (!known.add(peer.state())) {
                throw file.refused(
                        "la clé « " + item
                                + "state » nomme l'État du nœud ou d'un pair précédent : un nœud a un pair par"
                                + " autre État",
                        "the key " + item + "state names the State of the node or of a peer before: a node has one peer"
                                + " for each other State");
            }
            mustBeOf(peer.state(), peer.site(), item + "site", item + "state");
            peers.add(peer);
        }
        return peers;
    }

    private void mustBeOf(State state, SiteId site, String siteKey, String stateKey) {
        if (!site.state().equals(Optional.of(state))) {
            throw file.refused(
                    "la clé « " + siteKey + " » nomme un site d'un autre État que « " + stateKey + " »",
                    "the key " + siteKey + " names a site of another State than " + stateKey);
        }
    }

    private PeerConfig peer(String item) {
        URI address = file.required(item + "address", SettingsReader::hostAndPort);
        return new PeerConfig(
                file.required(item + "state", SettingsReader::state),
                file.required(item + "site", SiteId::new),
                address.getHost(),
                address.getPort(),
                file.required(item + "server-name"));
    }

    private ExchangeConfig exchange(NodeConfig node) {
        return new ExchangeConfig(
                directory("liptako.exchange.store-dir", node, "replicas"),
                directory("liptako.exchange.publish-dir", node, "publish"),
                directory("liptako.exchange.keys-dir", node, "keys"),
                directory("liptako.exchange.courier-dir", node, "courier"),
                file.has("liptako.exchange.s3.") ? new BucketSettings(file).bucket(node) : null);
    }

    private PaceConfig pace(NodeConfig node) {
        ZoneId zone = file.orElse("liptako.exchange.time-zone", capitalTime(node.state()), SettingsReader::zone);
        List<LimitConfig> limits = new ArrayList<>();
        int count = file.items("liptako.exchange.limits");
        for (int number = 0; number < count; number++) {
            String item = "liptako.exchange.limits[" + number + "].";
            LimitConfig limit = limit(item, zone);
            if (limits.stream().anyMatch(other -> other.peer().equals(limit.peer()))
                    || limit.peer().equals(Optional.of(node.state()))) {
                throw file.refused(
                        "la clé « " + item + "peer » nomme l'État du nœud, ou ce qu'une limite précédente nomme déjà",
                        "the key " + item + "peer names the node's own State, or what a limit before names already");
            }
            limits.add(limit);
        }
        return new PaceConfig(zone, limits);
    }

    private LimitConfig limit(String item, ZoneId zone) {
        return new LimitConfig(
                file.required(item + "peer", SettingsReader::stateOrAll),
                file.orElse(item + "receive", Optional.empty(), text -> Optional.of(ByteRate.of(text))),
                file.orElse(item + "serve", Optional.empty(), text -> Optional.of(ByteRate.of(text))),
                file.orElse(item + "windows", new DailyWindows(List.of(), zone), text -> DailyWindows.of(text, zone)));
    }

    private static Optional<State> stateOrAll(String text) {
        return text.equals("all") ? Optional.empty() : Optional.of(state(text));
    }

    private static ZoneId capitalTime(State state) {
        return ZoneId.of(
                switch (state) {
                    case ML -> "Africa/Bamako";
                    case BF -> "Africa/Ouagadougou";
                    case NE -> "Africa/Niamey";
                });
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Africa/Niamey", e);
        }
    }

    private Path directory(String key, NodeConfig node, String usual) {
        return file.orElse(key, node.dataDir().resolve(usual), Path::of);
    }

    private int port(String key) {
        return file.orElse(key, 0, text -> number(text, 0, 65_535));
    }

    private static State state(String text) {
        return State.ofCode(text).orElseThrow(() -> new IllegalArgumentException("ML | BF | NE"));
    }

    private static EngineChoice engine(String text) {
        return Arrays.stream(EngineChoice.values())
                .filter(choice -> choice.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Arrays.stream(EngineChoice.values())
                        .map(EngineChoice::word)
                        .collect(joining(" | "))));
    }

    private static URI hostAndPort(String text) {
        URI uri = URI.create("grpc://" + text);
        if (uri.getHost() == null || uri.getPort() < 1 || !text.equals(uri.getHost() + ":" + uri.getPort())) {
            throw new IllegalArgumentException("host:port");
        }
        return uri;
    }

    static URI http(String text) {
        URI uri = URI.create(text);
        if (uri.getHost() == null || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
            throw new IllegalArgumentException("http://host:port");
        }
        return uri;
    }

    static boolean yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true | false");
        };
    }

    private static int number(String text, int least, int most) {
        IllegalArgumentException wrong = new IllegalArgumentException(least + " .. " + most);
        try {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw wrong;
            }
            return number;
        } catch (NumberFormatException notANumber) {
            wrong.initCause(notANumber);
            throw wrong;
        }
    }
}
