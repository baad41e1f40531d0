package org.liptako.policy.opa;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liptako.policy.decision.Role;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsWriter;
import org.liptako.policy.generated.GeneratedFacts;
import org.liptako.policy.generated.GeneratedRules;
import org.liptako.policy.rules.RuleSet;

/** An OPA that runs elsewhere takes a signed bundle, answers by it as a node does, and takes no other. */
class OpaBundleIT {
    private static final Path OPA = new OpaBinary(System.getenv(), line -> {}).find();
    private static final RuleSet RULES = GeneratedRules.ruleSet(7);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"EC, 256, ES256", "RSA, 2048, RS256"})
    void aBundleThatIsLoadedAnswersAsTheNodesOwnEngine(String kind, int size, String algorithm) throws Exception {
        KeyPair keys = keys(kind, size);
        BundleSigner signer = BundleSigner.with(keys.getPrivate());
        Path bundle = Files.write(directory.resolve("bundle.tar.gz"), OpaBundle.of(RULES, signer));
        FactsWriter writer = new FactsWriter(RULES.vocabulary());
        CompiledEngine embedded = new CompiledEngine(RULES);

        assertThat(signer.algorithm()).isEqualTo(algorithm);
        try (BundledOpa opa = BundledOpa.start(OPA, options(bundle, keys, algorithm));
                OpaClient client = new OpaClient(opa::address, Optional.empty(), OpaLimits.STANDARD)) {
            OpaRules questions = new OpaRules(client);
            GeneratedFacts generated = new GeneratedFacts(RULES, 7);
            for (Facts facts : Stream.generate(generated::facts).limit(100).toList()) {
                assertThat(questions.judge(RULES.digest(), writer, facts, EnumSet.allOf(Role.class)))
                        .contains(((Judgement.Decided) embedded.judge(facts)).decision());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"in_force, in_farce", "# Judging, # Fudging", "revision, revisiom", "rego_version, rego_versiom"})
    void aBundleWithAByteChangedIsRefused(String signed, String changed) throws Exception {
        KeyPair keys = keys("EC", 256);
        byte[] bundle = OpaBundle.of(RULES, BundleSigner.with(keys.getPrivate()));
        Path edited = Files.write(directory.resolve("bundle.tar.gz"), edited(bundle, signed, changed));

        ToolRun run = run(options(edited, keys, "ES256"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(String.join(" ", run.lines())).contains("digest mismatch");
    }

    @Test
    void aBundleThatAnotherSignedIsRefused() throws Exception {
        byte[] bundle = OpaBundle.of(RULES, BundleSigner.with(keys("EC", 256).getPrivate()));
        Path signedByAnother = Files.write(directory.resolve("bundle.tar.gz"), bundle);

        ToolRun run = run(options(signedByAnother, keys("EC", 256), "ES256"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(String.join(" ", run.lines())).contains("signature");
    }

    @Test
    void aKeyThatOpaCouldNotVerifyByIsRefused() throws Exception {
        BundleSigner larger = BundleSigner.with(keys("EC", 384).getPrivate());
        assertThatThrownBy(() -> OpaBundle.of(RULES, larger)).isInstanceOf(OpaException.class);
        assertThatThrownBy(() -> BundleSigner.with(keys("Ed25519", 255).getPrivate()))
                .isInstanceOf(OpaException.class);
    }

    private List<String> options(Path bundle, KeyPair keys, String algorithm) throws IOException {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        Path key = Files.writeString(directory.resolve("key.pem"), pem);
        return List.of("--bundle", bundle.toString(), "--verification-key", key.toString(), "--signing-alg", algorithm);
    }

    /** To its end, for an OPA that should not start; one that does is ended. */
    private static ToolRun run(List<String> options) {
        return ToolRun.of(
                Stream.concat(
                                Stream.of("timeout", "20", OPA.toString(), "run", "--server", "--addr=127.0.0.1:0"),
                                options.stream())
                        .toList(),
                Map.of());
    }

    private static KeyPair keys(String kind, int size) throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private static byte[] edited(byte[] bundle, String from, String to) throws IOException {
        String archive = unpacked(bundle);
        int at = archive.indexOf(from);
        String edited = archive.substring(0, at) + to + archive.substring(at + to.length());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(edited.getBytes(ISO_8859_1));
        }
        return packed.toByteArray();
    }

    private static String unpacked(byte[] bundle) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bundle))) {
            return new String(gzip.readAllBytes(), ISO_8859_1);
        }
    }
}
