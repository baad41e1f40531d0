package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.issuing.Token;

/** {@code liptako key token} in SoftHSM2. */
class KeyTokenCommandIT {
    private final Locale before = Locale.getDefault();
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void putTheLocaleBack() {
        Locale.setDefault(before);
    }

    @Test
    void theKeyIsMadeOnceInTheTokenThatTheConfigurationNames() throws Exception {
        Token token = SoftHsm.newToken();
        Path config = configuration("key-token: {library: %s, slot: %d, pin-file: %s}"
                .formatted(token.library(), token.slotIndex(), directory.resolve("pin")));
        writePin("000000");
        assertThat(make(config)).isEqualTo(ExitCode.NO);
        assertThat(err.toString()).hasLineCount(1).contains("refuses the PIN").doesNotContain("000000");

        writePin(SoftHsm.pin());
        assertThat(make(config)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("liptako-dataset-keys", "Back the token up")
                .doesNotContain(SoftHsm.pin());
        assertThat(make(config)).isEqualTo(ExitCode.NO);
        assertThat(err.toString()).hasLineCount(1).contains("never replaced");
    }

    @Test
    void aConfigurationWithoutATokenSaysWhichKeysToAdd() throws IOException {
        assertThat(make(configuration("verify-disk: false"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).hasLineCount(1).contains("liptako.exchange.key-token.library");
    }

    private Path configuration(String exchange) throws IOException {
        return Files.writeString(directory.resolve("node.yaml"), """
                liptako:
                  node: {state: ML, site: ML-BKO-1, data-dir: data}
                  tls: {certificate: c.pem, key: k.pem, root: r.pem}
                  exchange: {%s}
                """.formatted(exchange));
    }

    private void writePin(String pin) throws IOException {
        Path file = Files.writeString(directory.resolve("pin"), pin);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private int make(Path config) {
        out = new StringWriter();
        err = new StringWriter();
        return Liptako.run(new PrintWriter(out), new PrintWriter(err), "key", "token", "--config", config.toString());
    }
}
