package org.liptako.pki.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;

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
        tree = new TrialTreeWriter(new CertificateIssuer(Clock.systemUTC(), new SecureRandom()))
                .write(TrialPlan.capitals(Zone.INTERNAL), directory);
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
