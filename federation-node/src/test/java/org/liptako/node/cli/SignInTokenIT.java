package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.KeySource;
import org.liptako.pki.issuing.Token;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;

/** A legal officer whose key was made in SoftHSM2 and never leaves it, at the command line. */
class SignInTokenIT {
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
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void anOfficerSignsFromTheTokenAndCountsOnce() throws Exception {
        Token token = SoftHsm.newToken();
        Path tree = directory.resolve("pki");
        run("pki", "init", "--dir", tree.toString());
        Files.writeString(directory.resolve("rules.yaml"), "rules: none yet\n");
        Files.writeString(directory.resolve("pin"), SoftHsm.pin());
        Files.writeString(directory.resolve("wrong-pin"), "000000");

        assertThat(sign(token, "officer-3", "wrong-pin")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).hasLineCount(1).contains("is the PIN right?");
        // From here on this process is logged in, whatever PIN it gives.
        certify(token, tree);
        assertThat(sign(token, "officer-4", "pin")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).hasLineCount(1).contains("no key officer-4");
        assertThat(directory.resolve("rules.p7s")).doesNotExist();

        assertThat(sign(token, "officer-3", "pin")).isEqualTo(ExitCode.DONE);
        assertThat(verify(tree, 1)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("counts: ML officer 3").contains("Quorum reached: 1 of 1 person.");
        assertThat(sign(token, "officer-3", "pin")).isEqualTo(ExitCode.DONE);
        assertThat(verify(tree, 2)).isEqualTo(ExitCode.NO);
        assertThat(out.toString()).contains("No quorum: 1 of 2 people");

        assertThat(sign("--key", tree.resolve("ml/people/officer-1.key.pem").toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(verify(tree, 2)).isEqualTo(ExitCode.DONE);
        Files.writeString(directory.resolve("rules.yaml"), "rules: others\n");
        assertThat(verify(tree, 1)).isEqualTo(ExitCode.NO);
    }

    private void certify(Token token, Path tree) throws Exception {
        KeyPair key = new KeySource.InToken(
                        token, "officer-3", () -> SoftHsm.pin().toCharArray())
                .generate(KeyKind.P256, new SecureRandom());
        CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());
        Credential peopleCa =
                new TrialTree(tree).issuingCa(State.ML, Authority.PEOPLE_CA).read();
        LeafProfile officer = LeafProfile.of(Party.of(State.ML, Role.OFFICER, "3"), Zone.INTERNAL);
        CertificateFiles.write(
                directory.resolve("officer-3.pem"),
                issuer.issue(officer, key, peopleCa).chain());
    }

    private int sign(Token token, String label, String pin) {
        return sign(
                "--pkcs11",
                token.library().toString(),
                "--slot",
                Integer.toString(token.slotIndex()),
                "--label",
                label,
                "--cert",
                directory.resolve("officer-3.pem").toString(),
                "--passphrase-file",
                directory.resolve(pin).toString());
    }

    private int sign(String... key) {
        List<String> arguments =
                new ArrayList<>(List.of("sign", directory.resolve("rules.yaml").toString()));
        arguments.addAll(List.of(key));
        arguments.addAll(List.of("--out", directory.resolve("rules.p7s").toString()));
        return run(arguments.toArray(String[]::new));
    }

    private int verify(Path tree, int need) {
        return run(
                "verify-signatures",
                directory.resolve("rules.yaml").toString(),
                "--signatures",
                directory.resolve("rules.p7s").toString(),
                "--need",
                Integer.toString(need),
                "--state",
                "ML",
                "--role",
                "OFFICER",
                "--root",
                tree.resolve("aes-root.pem").toString());
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return Liptako.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
