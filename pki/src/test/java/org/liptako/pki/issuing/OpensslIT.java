package org.liptako.pki.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.ceremony.TrialCeremony;
import org.liptako.pki.lint.Linter;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.CrossProfile;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.Revocation;
import org.liptako.pki.profile.RevocationListProfile;
import org.liptako.pki.profile.RevocationReason;
import org.liptako.pki.profile.RootProfile;

/** OpenSSL's opinion of what we issue; skipped where there is no openssl, except on CI. */
class OpensslIT {
    @TempDir
    private static Path directory;

    private static TrialTree tree = new TrialTree(Path.of("unset"));

    @BeforeAll
    static void plant() {
        assumeTrue(
                "true".equals(System.getenv("CI")) || isThere(),
                "openssl is not on the PATH: install it for a second opinion on the certificates");
        tree = new TrialCeremony(Clock.systemUTC(), new SecureRandom())
                .perform(TrialPlan.capitals(Zone.INTERNAL), directory);
    }

    @Test
    void acceptsEveryPartyStrictly() throws Exception {
        SiteId site = new SiteId("BF-OUA-1");

        assertThat(verify("sslserver", tree.node(site, 1))).isEqualTo("OK");
        assertThat(verify("sslclient", tree.node(site, 1))).isEqualTo("OK");
        assertThat(verify("sslclient", tree.operator(site))).isEqualTo("OK");
        for (State state : State.values()) {
            for (CredentialFiles person : List.of(
                    tree.officer(state, 1), tree.officer(state, 2), tree.regulator(state), tree.administrator(state))) {
                assertThat(verify("sslclient", person)).isEqualTo("OK");
                assertThat(verify("smimesign", person)).isEqualTo("OK");
            }
        }
    }

    @Test
    void refusesTheHostileOnesToo() throws Exception {
        assertThat(verify("sslclient", tree.forgedNode())).contains("permitted subtree violation");
        assertThat(verify("sslclient", tree.forgedOperator())).contains("permitted subtree violation");
        assertThat(verify("sslclient", tree.foreignOperator())).isNotEqualTo("OK");
        assertThat(verify("sslserver", tree.operator(new SiteId("ML-BKO-1")))).isNotEqualTo("OK");
    }

    @Test
    void seesEveryCertificateAsOurLintsDo() throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(OpensslIT::isHonestCertificate).toList()) {
                for (X509Certificate certificate : CertificateFiles.read(file)) {
                    assertThat(Linter.findings(certificate)).as(file.toString()).isEmpty();
                }
                assertThat(run(
                                "verify",
                                "-x509_strict",
                                "-check_ss_sig",
                                "-CAfile",
                                tree.root().certificate().toString(),
                                "-untrusted",
                                file.toString(),
                                file.toString()))
                        .endsWith(": OK\n");
            }
        }
    }

    @Test
    void readsEveryListAndObeysIt() throws Exception {
        RevocationListIssuer lists = new RevocationListIssuer(Clock.systemUTC());
        CredentialFiles node = tree.node(new SiteId("ML-BKO-1"), 1);
        Revocation lost =
                Revocation.of(node.read().certificate(), Clock.systemUTC().instant(), RevocationReason.KEY_COMPROMISE);
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (CredentialFiles files :
                List.of(tree.root(), tree.stateCa(State.ML), tree.issuingCa(State.ML, Authority.NODE_CA))) {
            Credential ca = files.read();
            boolean nodeCa = files.equals(tree.issuingCa(State.ML, Authority.NODE_CA));
            before.append(pem(lists.issue(RevocationListProfile.full(1, List.of()), ca), ca));
            after.append(pem(lists.issue(RevocationListProfile.full(3, nodeCa ? List.of(lost) : List.of()), ca), ca));
            pem(lists.issue(RevocationListProfile.delta(2, 1, List.of(lost)), ca), ca);
        }

        assertThat(verifyWithLists(node, before.toString())).endsWith(": OK\n");
        assertThat(verifyWithLists(node, after.toString())).contains("certificate revoked");
    }

    @Test
    void followsARootsRollover() throws Exception {
        CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());
        Credential first = tree.root().read();
        Credential second = issuer.root(RootProfile.numbered(2), issuer.newKey(KeyKind.P384));
        Path next = directory.resolve("rollover-root-2.txt");
        CertificateFiles.write(next, second.chain());
        List<X509Certificate> bag =
                new ArrayList<>(tree.node(new SiteId("NE-NIM-1"), 1).read().chain());
        bag.add(issuer.issue(CrossProfile.of(1), first.certificate().getPublicKey(), second));
        Path chain = directory.resolve("rollover-chain.txt");
        CertificateFiles.write(chain, bag);

        assertThat(run(
                        "verify",
                        "-x509_strict",
                        "-CAfile",
                        next.toString(),
                        "-untrusted",
                        chain.toString(),
                        chain.toString()))
                .endsWith(": OK\n");
    }

    @Test
    void readsOurRequests() throws Exception {
        CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());
        Path request = directory.resolve("request.txt");
        RequestFiles.write(request, CertificateRequest.make(issuer.newKey(KeyKind.P256)));

        assertThat(run("req", "-verify", "-noout", "-in", request.toString())).contains("verify OK");
    }

    private static boolean isHonestCertificate(Path file) {
        String name = file.toString();
        return name.endsWith(".pem")
                && !name.endsWith(".key.pem")
                && !name.endsWith(".csr.pem")
                && !name.contains("hostile");
    }

    /** The list as PEM, once openssl has found that the CA signed it and our lints have nothing to say. */
    private static String pem(X509CRL list, Credential ca) throws Exception {
        assertThat(Linter.findings(list)).isEmpty();
        Path der = directory.resolve("list.crl");
        Path signer = directory.resolve("list-signer.txt");
        RevocationListFiles.write(der, list);
        CertificateFiles.write(signer, List.of(ca.certificate()));
        String text = run("crl", "-inform", "DER", "-in", der.toString(), "-CAfile", signer.toString());
        assertThat(text).contains("verify OK");
        return text.substring(text.indexOf("-----BEGIN"));
    }

    private static String verifyWithLists(CredentialFiles leaf, String lists) throws Exception {
        Path file = directory.resolve("lists.txt");
        Files.writeString(file, lists);
        return run(
                "verify",
                "-x509_strict",
                "-crl_check_all",
                "-CRLfile",
                file.toString(),
                "-CAfile",
                tree.root().certificate().toString(),
                "-untrusted",
                leaf.certificate().toString(),
                leaf.certificate().toString());
    }

    private static String verify(String purpose, CredentialFiles files) throws IOException, InterruptedException {
        String leaf = files.certificate().toString();
        String output = run(
                "verify",
                "-x509_strict",
                "-purpose",
                purpose,
                "-CAfile",
                tree.root().certificate().toString(),
                "-untrusted",
                leaf,
                leaf);
        return output.strip().equals(leaf + ": OK") ? "OK" : output;
    }

    private static boolean isThere() {
        try {
            return run("version").startsWith("OpenSSL");
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(directory, "openssl", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.waitFor();
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
