package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.issuing.KeyFiles;

class RulesBundleTest {
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesABundleAndSaysHowToVerifyIt() throws Exception {
        assertThat(bundle(key("EC", 256))).as(err.toString()).isEqualTo(ExitCode.DONE);
        assertThat(directory.resolve("rules.tar.gz")).isNotEmptyFile();
        assertThat(out.toString()).contains("--signing-alg ES256").contains("/v1/data/liptako/judge_");
    }

    @Test
    void signsWithAnRsaKeyToo() throws Exception {
        assertThat(bundle(key("RSA", 2048))).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("--signing-alg RS256");
    }

    @Test
    void refusesAKeyThatOpaDoesNotKnow() throws Exception {
        assertThat(bundle(key("Ed25519", 255))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("P-256");
        assertThat(directory.resolve("rules.tar.gz")).doesNotExist();
    }

    private Path key(String kind, int size) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        generator.initialize(size);
        Path file = directory.resolve("bundle.key.pem");
        KeyFiles.write(file, generator.generateKeyPair().getPrivate());
        return file;
    }

    private int bundle(Path key) {
        return Liptako.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "rules",
                "bundle",
                "--rules",
                "src/main/samples/rules",
                "--key",
                key.toString(),
                "--out",
                directory.resolve("rules.tar.gz").toString());
    }
}
