package org.liptako.pki.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.name.Zone;
import org.liptako.pki.trust.LeastListNumber;
import org.liptako.pki.trust.NodeAddress;
import org.liptako.pki.trust.SignedAct;
import org.liptako.pki.trust.TrustState;
import org.liptako.pki.trust.TrustStateCodec;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.Validation;

class CeremonyTest {
    private static final String HEAD = """
            ceremony: 1
            title: First root
            place: Bamako
            zone: aes.internal
            transcript: transcript.txt
            witnesses: [{name: A. Traoré}, {name: B. Ouédraogo}]
            """;
    private static final String KEYS = """
            keys:
              root: {file: root.key.pem, passphrase: prompt}
              next: {file: next.key.pem, passphrase: none}
              ml: {file: ml.key.pem, passphrase: none}
              node: {file: node.key.pem, passphrase: none}
              leaf: {file: leaf.key.pem, passphrase: none}
            """;
    private static final String ACTS = """
            acts:
              - {make: root, number: 1, key: root, certificate: aes-root.pem}
              - {make: request, key: ml, request: ml/state-ca.csr.pem}
              - make: state-ca
                state: ML
                request: ml/state-ca.csr.pem
                signer: {key: root, certificate: aes-root.pem}
                certificate: ml/state-ca.pem
              - {make: request, key: node, request: ml/node-ca.csr.pem}
              - make: issuing-ca
                state: ML
                authority: node
                request: ml/node-ca.csr.pem
                signer: {key: ml, certificate: ml/state-ca.pem}
                certificate: ml/node-ca.pem
              - {make: request, key: leaf, request: ml/node.csr.pem}
              - make: leaf
                party: spiffe://ml.aes.internal/node/ML-BKO-1/1
                request: ml/node.csr.pem
                signer: {key: node, certificate: ml/node-ca.pem}
                certificate: ml/node.pem
              - {make: root, number: 2, key: next, certificate: aes-root-2.pem}
              - make: rollover
                number: 2
                former: {key: root, certificate: aes-root.pem}
                next: {key: next, certificate: aes-root-2.pem}
                newWithOld: cross/2-by-1.pem
                oldWithNew: cross/1-by-2.pem
              - make: revocation-list
                number: 1
                days: 31
                revoked: [{certificate: ml/state-ca.pem, reason: ca-compromise}]
                signer: {key: root, certificate: aes-root.pem}
                list: aes-root.crl
              - make: trust-state
                number: 1
                days: 30
                roots: [aes-root.pem, aes-root-2.pem]
                crossCertificates: [cross/2-by-1.pem]
                authorities: [{state: ML, certificate: ml/state-ca.pem, revoked: key-compromise}]
                document: trust/state-1.der
              - make: signatures
                document: trust/state-1.der
                signers: [{key: leaf, certificate: ml/node.pem}]
                signatures: trust/state-1.p7s
            """;

    @TempDir
    private Path directory;

    @Test
    void declaresWhoMaySignWhereNodesAreAndHowOldListsMayBe() throws Exception {
        ceremony(HEAD + KEYS + ACTS).perform();
        String second = """
                acts:
                  - make: trust-state
                    number: 2
                    previous: trust/state-1.der
                    days: 30
                    roots: [aes-root.pem, aes-root-2.pem]
                    authorities: [{state: ML, certificate: ml/state-ca.pem, revoked: key-compromise}]
                    rights: [{act: trust-state, people: 3, states: 3}]
                    nodes: [{party: 'spiffe://ml.aes.internal/node/ML-BKO-1/1', host: bko.example, port: 9443}]
                    leastNumbers: [{authority: ml/node-ca.pem, number: 7}]
                    document: trust/state-2.der
                """;

        Ceremony changing = ceremony(HEAD.replace("transcript.txt", "second.txt") + KEYS + second);
        assertThat(changing.outline())
                .singleElement()
                .asString()
                .contains("rights: trust-state 3 people of 3 States")
                .contains("nœuds: ML node ML-BKO-1 1 bko.example:9443")
                .contains("least numbers: node-ca.pem 7");
        changing.perform();

        TrustState drawn =
                new TrustStateCodec(Zone.INTERNAL).decode(Files.readAllBytes(directory.resolve("trust/state-2.der")));
        assertThat(drawn.rightTo(SignedAct.TRUST_STATE).people()).isEqualTo(3);
        assertThat(drawn.directory().nodes())
                .singleElement()
                .extracting(NodeAddress::port)
                .isEqualTo(9443);
        assertThat(drawn.revocations().leastNumbers())
                .singleElement()
                .extracting(LeastListNumber::number)
                .isEqualTo(BigInteger.valueOf(7));

        String third = second.replace("number: 2", "number: 3")
                .replace("trust/state-1.der", "trust/state-2.der")
                .replace("document: trust/state-2.der", "document: trust/state-3.der");
        assertThatThrownBy(
                        ceremony(HEAD.replace("transcript.txt", "third.txt")
                                + KEYS
                                + third.replace("number: 7", "number: 6"))::perform)
                .isInstanceOf(CeremonyException.class)
                .hasMessageContaining("leastNumbers");
        assertThatThrownBy(() -> ceremony(HEAD + KEYS + third.replace("people: 3", "people: 1")))
                .isInstanceOf(CeremonyException.class)
                .hasMessageContaining("rights[0]");
    }

    @Test
    void certifiesNoKeyTwice() throws Exception {
        ceremony(HEAD + KEYS + ACTS).perform();
        String again = """
                acts:
                  - make: leaf
                    party: spiffe://ml.aes.internal/node/ML-BKO-1/2
                    request: ml/node.csr.pem
                    signer: {key: node, certificate: ml/node-ca.pem}
                    certificate: ml/node-2.pem
                """;

        Ceremony second = ceremony(HEAD.replace("transcript.txt", "again.txt") + KEYS + again);

        assertThatThrownBy(second::perform)
                .isInstanceOf(IssuingException.class)
                .hasMessageContaining("certified before");
        assertThat(directory.resolve("ml/node-2.pem")).doesNotExist();
    }

    @Test
    void makesAllThatIsDeclaredAndWritesItDown() throws Exception {
        Ceremony ceremony = ceremony(HEAD + KEYS + ACTS);

        Digest digest = ceremony.perform();

        Transcript transcript = Transcript.read(directory.resolve("transcript.txt"));
        assertThat(transcript.digest()).isEqualTo(digest);
        assertThat(transcript.witnesses()).isEqualTo(2);
        assertThat(transcript.changed(directory)).isEmpty();
        X509Certificate root =
                CertificateFiles.read(directory.resolve("aes-root.pem")).getFirst();
        List<X509Certificate> nodeCa = CertificateFiles.read(directory.resolve("ml/node-ca.pem"));
        assertThat(nodeCa).hasSize(2);
        nodeCa.getFirst().verify(nodeCa.getLast().getPublicKey());
        nodeCa.getLast().verify(root.getPublicKey());
        Validation node = new ChainValidator(Zone.INTERNAL, List.of(root))
                .validate(
                        CandidateChain.of(CertificateFiles.read(directory.resolve("ml/node.pem"))),
                        Expectation.client(Clock.systemUTC().instant()));
        assertThat(node).isInstanceOf(Validation.Accepted.class);
        CertificateFiles.read(directory.resolve("cross/2-by-1.pem")).getFirst().verify(root.getPublicKey());
    }

    @Test
    void aDryRunShowsEverythingAndTouchesNothing() throws Exception {
        Ceremony ceremony = ceremony(HEAD + KEYS + ACTS);

        assertThat(ceremony.obstacles()).isEmpty();
        assertThat(ceremony.outline())
                .hasSize(12)
                .first()
                .asString()
                .contains("Clé et certificat de la racine 1", "Key and certificate of root 1", "aes-root.pem");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void beginsNothingThatItCannotFinish() throws Exception {
        Files.writeString(directory.resolve("aes-root.crl"), "");
        Ceremony ceremony = ceremony(HEAD + KEYS + ACTS);

        assertThatThrownBy(ceremony::perform)
                .isInstanceOf(CeremonyException.class)
                .hasMessageContaining("aes-root.crl exists");
        assertThat(directory.resolve("root.key.pem")).doesNotExist();
    }

    @Test
    void aChangedOutputShows() throws Exception {
        ceremony(HEAD + KEYS + ACTS).perform();
        Files.writeString(directory.resolve("ml/node-ca.pem"), "another");
        Files.delete(directory.resolve("aes-root.crl"));

        assertThat(Transcript.read(directory.resolve("transcript.txt")).changed(directory))
                .containsExactly("ml/node-ca.pem", "aes-root.crl");
    }

    @Test
    void drawsUpATrustStateThatPeopleSign() throws Exception {
        ceremony(HEAD + KEYS + ACTS).perform();

        byte[] document = Files.readAllBytes(directory.resolve("trust/state-1.der"));
        TrustState drawn = new TrustStateCodec(Zone.INTERNAL).decode(document);
        assertThat(drawn.anchors().roots()).hasSize(2);
        assertThat(drawn.anchors().crossCertificates()).hasSize(1);
        assertThat(drawn.revocations().authorities())
                .singleElement()
                .satisfies(authority -> assertThat(authority.isGood()).isFalse());
        String again = "acts: [{make: trust-state, number: 3, previous: trust/state-1.der, days: 1,"
                + " roots: [aes-root.pem], authorities: [], document: trust/state-3.der}]\n";
        assertThatThrownBy(() -> ceremony(HEAD.replace("transcript.txt", "again.txt") + KEYS + again)
                        .perform())
                .isInstanceOf(CeremonyException.class)
                .hasMessageContaining("cannot follow number 1");
    }

    @Test
    void datesATrustStateAfterTheOneItFollows() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ceremony(HEAD + KEYS + ACTS, now).perform();
        String second = "acts: [{make: trust-state, number: 2, previous: trust/state-1.der, days: 1,"
                + " roots: [aes-root.pem], authorities: [], document: trust/state-2.der}]\n";

        assertThatThrownBy(
                        ceremony(HEAD.replace("transcript.txt", "second.txt") + KEYS + second, now.minusSeconds(60))
                                ::perform)
                .isInstanceOf(CeremonyException.class)
                .hasMessageContaining("is dated " + now)
                .hasMessageContaining("Set the clock");
        ceremony(HEAD.replace("transcript.txt", "second.txt") + KEYS + second, now.minusSeconds(1))
                .perform();

        byte[] drawn = Files.readAllBytes(directory.resolve("trust/state-2.der"));
        assertThat(new TrustStateCodec(Zone.INTERNAL).decode(drawn).issuedAt()).isEqualTo(now.plusSeconds(1));
    }

    @Test
    void tellsEachActThatCannotBeginByItsOwnNumber() throws Exception {
        String twice = "acts: [" + "{make: request, key: ml, request: ml.csr.pem},".repeat(2) + "]\n";

        assertThat(ceremony(HEAD + KEYS + twice).obstacles())
                .isNotEmpty()
                .allMatch(one ->
                        one.english().startsWith("act 2: ") && one.french().startsWith("acte 2 : "));
    }

    @Test
    void anOutputOfSomeMegabytesIsComparedAndADeviceIsNot() throws Exception {
        byte[] large = new byte[2 * 1024 * 1024];
        Files.write(directory.resolve("large.bin"), large);
        Files.writeString(
                directory.resolve("transcript.txt"),
                Transcript.TITLE + "\n" + Transcript.WITNESSES + "2\n"
                        + Transcript.OUTPUT + Digest.over(large) + " large.bin\n"
                        + Transcript.INPUT + Digest.over(large) + " /dev/zero\n");

        assertThat(Transcript.read(directory.resolve("transcript.txt")).changed(directory))
                .containsExactly("/dev/zero");
    }

    @Test
    void refusesADeclarationThatIsNotClear() throws Exception {
        assertRefused(HEAD + KEYS + ACTS + "    more: 1\n", "acts[11].more");
        assertRefused(HEAD + KEYS + ACTS.replace("state: ML", "state: SN"), "expected ML, BF or NE");
        assertRefused(HEAD + KEYS + ACTS.replace("spiffe://ml", "spiffe://xx"), "acts[6].party");
        assertRefused(HEAD + KEYS, "acts is missing");
        assertRefused(HEAD.replace(", {name: B. Ouédraogo}", "") + KEYS + ACTS, "two witnesses");
        assertRefused(HEAD.replace("B. Ouédraogo", "A. Traoré") + KEYS + ACTS, "named twice");
        String crowd = IntStream.range(0, 16)
                .mapToObj(number -> "{name: W" + number + "}, ")
                .collect(Collectors.joining());
        assertRefused(HEAD.replace("[{name: A", "[" + crowd + "{name: A") + KEYS + ACTS, "16 at most");
        assertRefused(HEAD + KEYS + ACTS.replace("root, number: 2", "root, number: 1"), "root 1 is made twice");
        assertRefused("[", "not YAML");
        assertRefused("", "expected fields");
        assertThat(ceremony(HEAD + KEYS.replace("  next:", "  other:") + ACTS).obstacles())
                .anyMatch(obstacle -> obstacle.english().contains("the key next is not declared")
                        && obstacle.french().contains("la clé next n'est pas déclarée"));
    }

    @Test
    void refusesADeclarationThatIsNestedToEndTheStack() {
        assertRefused("[".repeat(60_000), "nested deeper than 16 levels");
        assertRefused("a: ".repeat(17) + "b", "not YAML");
    }

    private void assertRefused(String declaration, String because) {
        assertThatThrownBy(() -> ceremony(declaration))
                .isInstanceOf(CeremonyException.class)
                .hasMessageContaining(because);
    }

    private Ceremony ceremony(String declaration) throws IOException {
        return ceremony(declaration, Clock.systemUTC());
    }

    private Ceremony ceremony(String declaration, Instant at) throws IOException {
        return ceremony(declaration, Clock.fixed(at, ZoneOffset.UTC));
    }

    private Ceremony ceremony(String declaration, Clock clock) throws IOException {
        Path file = directory.resolve("ceremony.yaml");
        Files.writeString(file, declaration);
        CeremonyPlan plan = new CeremonyReader(new Secrets(place -> "correct horse".toCharArray())).read(file);
        return new Ceremony(plan, clock, new SecureRandom());
    }
}
