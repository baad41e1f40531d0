package org.liptako.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liptako.pki.issuing.Token;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;

class SettingsReaderTest {
    private static final String LEAST = """
            liptako:
              node: {state: ML, site: ML-BKO-1, data-dir: data}
              tls: {certificate: c.pem, key: k.pem, root: r.pem}
              rules: {engine: embedded}
              peers:
              - {state: BF, site: BF-OUA-1, address: "127.0.0.1:7001", server-name: bf-oua-1.bf.aes.internal}
            """;

    @TempDir
    Path directory;

    @Test
    void whatIsNotSaidHasItsUsualValue() throws IOException {
        Settings settings = read(LEAST);

        assertThat(settings.node().zone()).isEqualTo(Zone.INTERNAL);
        assertThat(settings.node().demonstration()).isFalse();
        assertThat(settings.database()).isEqualTo(new DatabaseConfig.Embedded(Path.of("data", "postgres")));
        assertThat(settings.rules().engine()).isEqualTo(EngineChoice.EMBEDDED);
        assertThat(settings.exchange().storeDir()).isEqualTo(Path.of("data", "replicas"));
        assertThat(settings.peers()).singleElement().satisfies(peer -> {
            assertThat(peer.state()).isEqualTo(State.BF);
            assertThat(peer.port()).isEqualTo(7001);
        });
    }

    @Test
    void aBucketThatIsGivenHoldsTheCopiesOfItsSite() throws IOException {
        String s3 = "exchange: {s3: {endpoint: 'https://objects.ml:9000', bucket: copies, credentials-file: key}}";

        assertThat(read(LEAST).exchange().bucket()).isNull();
        assertThat(read(LEAST.replace("rules: {engine: embedded}", s3))
                        .exchange()
                        .bucket())
                .isEqualTo(new BucketConfig(
                        URI.create("https://objects.ml:9000"),
                        "copies",
                        "ML-BKO-1/",
                        "us-east-1",
                        Path.of("key"),
                        true,
                        null,
                        null));
    }

    @Test
    void aJournalIsPublishedBesideTheCopiesAndInADirectory() throws IOException {
        Settings settings = read(LEAST.replace(
                "rules: {engine: embedded}",
                "exchange: {s3: {endpoint: 'https://objects.ml:9000', bucket: copies, credentials-file: key}}\n"
                        + "  journal: {publish-bucket-prefix: journal/, publish-dir: /srv/journal}"));

        BucketConfig copies = settings.exchange().bucket();
        assertThat(copies).isNotNull();
        assertThat(settings.journal().publication())
                .isEqualTo(new PublicationConfig(Path.of("/srv/journal"), copies.at("journal/")));
        assertThat(read(LEAST).journal().publication()).isEqualTo(PublicationConfig.NONE);
    }

    @Test
    void aJournalIsNotPublishedAmongTheCopies() {
        String among = "exchange: {s3: {endpoint: 'https://h', bucket: copies, credentials-file: k, prefix: a/}}\n"
                + "  journal: {publish-bucket-prefix: a/j/}";

        assertThatThrownBy(() -> read(LEAST.replace("rules: {engine: embedded}", among)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("liptako.journal.publish-bucket-prefix");
    }

    @Test
    void aTokenThatIsGivenGuardsTheKeysOfDatasets() throws IOException {
        String token = "exchange: {key-token: {library: /usr/lib/hsm.so, pin-file: pin}}";

        assertThat(read(LEAST).exchange().keyToken()).isNull();
        assertThat(read(LEAST.replace("rules: {engine: embedded}", token))
                        .exchange()
                        .keyToken())
                .isEqualTo(new KeyTokenConfig(
                        new Token(Path.of("/usr/lib/hsm.so"), 0), "liptako-dataset-keys", Path.of("pin")));
    }

    @Test
    void anOpaBesideTheNodeMeansBothEngines() throws IOException {
        RulesConfig rules = read(LEAST.replace(
                        "{engine: embedded}", "{opa-url: 'http://127.0.0.1:8181', opa-token-file: opa.token}"))
                .rules();

        assertThat(rules.engine()).isEqualTo(EngineChoice.BOTH);
        assertThat(rules.opa()).isEqualTo(new OpaConfig(URI.create("http://127.0.0.1:8181"), Path.of("opa.token")));
    }

    @Test
    void onlyADemonstrationAsksAnOpaWithoutAToken() throws IOException {
        String open = LEAST.replace("{engine: embedded}", "{opa-url: 'http://127.0.0.1:8181'}");

        assertThatThrownBy(() -> read(open)).hasMessageContaining("liptako.rules.opa-token-file");
        assertThat(read(open.replace("data-dir: data", "data-dir: data, demonstration: true"))
                        .rules()
                        .opa())
                .isEqualTo(new OpaConfig(URI.create("http://127.0.0.1:8181"), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state: ML, | '' | liptako.node.state",
                "state: ML | state: FR | liptako.node.state",
                "ML-BKO-1 | BF-OUA-1 | liptako.node.site",
                "state: ML, | 'state: ML, sate: ML,' | liptako.node.sate",
                "127.0.0.1:7001 | 127.0.0.1 | liptako.peers[0].address",
                "{state: BF, | '{state: ML, ' | liptako.peers[0].state",
                "rules: {engine: embedded} | 'rules: {engine: opaa}' | liptako.rules.engine",
                "rules: {engine: embedded} | 'console: {bind: 0.0.0.0}' | liptako.console.bind",
                "rules: {engine: embedded} | 'grpc: {port: 70000}' | liptako.grpc.port",
                "rules: {engine: embedded} | 'database: {url: x}' | liptako.database.username",
                "{engine: embedded} | '{opa-url: ''http://a b''}' | liptako.rules.opa-url",
                "{engine: embedded} | '{opa-url: ''file:///etc/passwd''}' | liptako.rules.opa-url",
                "{engine: embedded} | '{engine: embedded, opa-url: ''http://h:1'', opa-token-file: t}' | liptako.rules.opa-url",
                "{engine: embedded} | '{engine: both, opa-token-file: t}' | liptako.rules.opa-url",
                "{engine: embedded} | '{dir: rules}' | liptako.rules.dir",
                "rules: {engine: embedded} | 'exchange: {s3: {bucket: copies, credentials-file: k}}' | liptako.exchange.s3.endpoint",
                "rules: {engine: embedded} | 'exchange: {s3: {endpoint: ''http://objects.ml'', bucket: copies, credentials-file: k}}' | https://",
                "rules: {engine: embedded} | 'exchange: {s3: {endpoint: ''https://h/path'', bucket: copies, credentials-file: k}}' | liptako.exchange.s3.endpoint",
                "rules: {engine: embedded} | 'exchange: {s3: {endpoint: ''https://h'', bucket: A_B, credentials-file: k}}' | liptako.exchange.s3.bucket",
                "rules: {engine: embedded} | 'exchange: {s3: {endpoint: ''https://h'', bucket: copies, prefix: ../, credentials-file: k}}' | liptako.exchange.s3.prefix",
                "rules: {engine: embedded} | 'exchange: {s3: {endpoint: ''https://h'', bucket: copies}}' | liptako.exchange.s3.credentials-file",
                "rules: {engine: embedded} | 'exchange: {s3: {endpoint: ''https://h'', bucket: copies, credentials-file: k, prefix: a/, publish-prefix: a/b/}}' | liptako.exchange.s3.publish-prefix",
                "rules: {engine: embedded} | 'journal: {publish-bucket-prefix: journal/}' | liptako.exchange.s3.",
                "rules: {engine: embedded} | 'exchange: {key-token: {library: softhsm2.so, pin-file: p}}' | liptako.exchange.key-token.library",
                "rules: {engine: embedded} | 'exchange: {key-token: {library: /l.so}}' | liptako.exchange.key-token.pin-file",
                "rules: {engine: embedded} | 'exchange: {key-token: {slot: 1}}' | liptako.exchange.key-token.library",
                "rules: {engine: embedded} | 'exchange: {key-token: {library: /l.so, pin-file: p, slot: -1}}' | liptako.exchange.key-token.slot",
                "rules: {engine: embedded} | 'exchange: {key-token: {library: /l.so, pin-file: p, label: ''a b''}}' | liptako.exchange.key-token.label",
                "rules: {engine: embedded} | 'exchange: {replaces-store: sda1}' | liptako.exchange.replaces-store",
                "rules: {engine: embedded} | 'rulez: {}' | liptako.rulez",
                "site: BF-OUA-1 | site: NE-NIM-1 | liptako.peers[0].site",
                "127.0.0.1:7001 | 127.0.0.1:7001/x | liptako.peers[0].address",
                "127.0.0.1:7001 | me@127.0.0.1:7001 | liptako.peers[0].address"
            })
    void refusesByTheFullKey(String good, String bad, String key) {
        assertThatThrownBy(() -> read(LEAST.replace(good, bad)))
                .isInstanceOfSatisfying(ConfigException.class, refused -> {
                    assertThat(refused.sentence().fr()).contains(key);
                    assertThat(refused.sentence().en()).contains(key);
                });
    }

    @Test
    void aClassOfDataIsChallengedOnTermsOfItsOwn() throws IOException {
        String own = LEAST + """
                  possession:
                    challenge-samples: 100
                    challenge-classes:
                    - {class: SECRET, every: 1d}
                    - {class: PUBLIC, every: 30d, samples: 30}
                """;
        ChallengeConfig challenges = read(own).possession().challenges();

        assertThat(read(LEAST).possession().challenges()).isEqualTo(ChallengeConfig.USUAL);
        assertThat(challenges.of(null)).isEqualTo(new ChallengeConfig.Terms(Duration.ofDays(7), 100));
        assertThat(challenges.of("SECRET")).isEqualTo(new ChallengeConfig.Terms(Duration.ofDays(1), 100));
        assertThat(challenges.of("PUBLIC")).isEqualTo(new ChallengeConfig.Terms(Duration.ofDays(30), 30));
        assertThatThrownBy(() -> read(own.replace("SECRET", "PUBLIC")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("challenge-classes[1].class");
    }

    @Test
    void aPeerMayHaveSeveralProcesses() throws IOException {
        String more = LEAST.replace(
                "server-name: bf-oua-1.bf.aes.internal}",
                "server-name: node-1.bf, also: [{address: '127.0.0.1:7002', server-name: node-2.bf}]}");

        assertThat(read(more).peers()).singleElement().satisfies(peer -> {
            assertThat(peer.processes())
                    .containsExactly(
                            new PeerProcess("127.0.0.1", 7001, "node-1.bf"),
                            new PeerProcess("127.0.0.1", 7002, "node-2.bf"));
            assertThat(peer.serverNames()).containsExactly("node-1.bf", "node-2.bf");
        });
        assertThatThrownBy(() -> read(more.replace(", server-name: node-2.bf", "")))
                .hasMessageContaining("liptako.peers[0].also[0].server-name");
    }

    @Test
    void aPeersStateMayHaveFurtherDataCentres() throws IOException {
        String more = LEAST.replace(
                "server-name: bf-oua-1.bf.aes.internal}",
                "server-name: node-1.bf, sites: [{site: BF-BOB-1, address: '127.0.0.1:7002', server-name: bob.bf}]}");

        assertThat(read(more).peers()).singleElement().satisfies(peer -> {
            assertThat(peer.sites())
                    .containsExactly(
                            new PeerSite(new SiteId("BF-BOB-1"), new PeerProcess("127.0.0.1", 7002, "bob.bf")));
            assertThat(peer.processes()).hasSize(1);
        });
        assertThatThrownBy(() -> read(more.replace("BF-BOB-1", "NE-NIM-1")))
                .hasMessageContaining("liptako.peers[0].sites[0].site")
                .hasMessageContaining("another State");
        assertThatThrownBy(() -> read(more.replace("BF-BOB-1", "BF-OUA-1"))).hasMessageContaining("named already");
    }

    @Test
    void aPromiseIsAShareInPerCent() throws IOException {
        assertThat(read(LEAST).operations().promisedPpm()).isEqualTo(999_820);
        assertThat(read(LEAST + "  operations: {promise: 99.95}\n").operations().promisedPpm())
                .isEqualTo(999_500);
        assertThat(read(LEAST + "  operations: {promise: 100}\n").operations().promisedPpm())
                .isEqualTo(1_000_000);
        for (String wrong : List.of("0", "100.0001", "99.98201", "99,9", "-1")) {
            assertThatThrownBy(() -> read(LEAST + "  operations: {promise: '" + wrong + "'}\n"))
                    .hasMessageContaining("liptako.operations.promise");
        }
    }

    @Test
    void refusesASecondPeerOfOneState() {
        String twice = LEAST
                + "  - {state: BF, site: BF-BBO-1, address: \"127.0.0.1:7002\", server-name: bf-bbo-1.bf.aes.internal}\n";

        assertThatThrownBy(() -> read(twice))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("peers[1].state");
    }

    @Test
    void refusesAnEmptyPeerRatherThanReadNoneAfterIt() {
        assertThatThrownBy(() -> read(LEAST.replace("  - {state: BF", "  - {}\n  - {state: BF")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("liptako.peers[0].");
    }

    @Test
    void refusesWhatWouldBeReadPast() {
        assertThatThrownBy(() -> read(LEAST + "---\nliptako: {node: {demonstration: true}}\n"))
                .isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> read("liptako.node.state: BF\n" + LEAST))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("liptako.node.state");
    }

    private Settings read(String yaml) throws IOException {
        return SettingsReader.read(Files.writeString(directory.resolve("node.yaml"), yaml));
    }
}
