package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.enrolment.IssuedKeys;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.issuing.RevocationListFiles;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;

class PkiCommandsTest {
    private static final Zone ZONE = new Zone("aes.internal");

    private final Locale before = Locale.getDefault();
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    private Path tree = Path.of("unset");

    @BeforeEach
    void plant() {
        Locale.setDefault(Locale.ENGLISH);
        tree = directory.resolve("pki");
        run("pki", "init", "--dir", tree.toString());
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void findsNothingInWhatItIssuedAndSomethingInAStrangers() throws Exception {
        assertThat(run("pki", "lint", path("ml/state-ca.pem"), path("bf/nodes/BF-OUA-1-1.pem"), path("aes-root.pem")))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEmpty();
        Path none = Files.writeString(directory.resolve("none.pem"), "nothing");
        assertThat(run("pki", "lint", none.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("none.pem");
    }

    @Test
    void aRevokedCertificateIsOnTheNextListAndADeltaNamesOnlyTheNews() {
        assertThat(revoke("ml/nodes/ML-BKO-1-1.pem", "ml/node-ca.pem")).isEqualTo(ExitCode.DONE);
        assertThat(crl("full.crl")).isEqualTo(ExitCode.DONE);
        assertThat(revoke("hostile/ml-as-ne-node.pem", "ml/node-ca.pem")).isEqualTo(ExitCode.DONE);
        assertThat(crl("delta.crl", "--base", directory.resolve("full.crl").toString()))
                .isEqualTo(ExitCode.DONE);

        X509CRL full = RevocationListFiles.read(directory.resolve("full.crl"));
        X509CRL delta = RevocationListFiles.read(directory.resolve("delta.crl"));
        assertThat(full.getRevokedCertificates()).hasSize(1);
        assertThat(delta.getRevokedCertificates()).hasSize(1);
        assertThat(RevocationListFiles.numberOf(delta)).isGreaterThan(RevocationListFiles.numberOf(full));
        assertThat(run("pki", "lint", directory.resolve("delta.crl").toString()))
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void aPartyIsRevokedWithAllThatItWasRenewedTo() {
        IssuedKeys.of(tree.resolve("ml/node-ca.pem")).note(renewedByAThief());

        assertThat(revokeParty(nodeOfMali("9"))).isEqualTo(ExitCode.NO);
        assertThat(err.toString()).contains("node-ca.issued notes no certificate of");
        assertThat(directory.resolve("ml.register")).doesNotExist();
        assertThat(revokeParty(nodeOfMali("1"))).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("2 certificates, 2 of them newly revoked");
        assertThat(crl("full.crl")).isEqualTo(ExitCode.DONE);
        assertThat(RevocationListFiles.read(directory.resolve("full.crl")).getRevokedCertificates())
                .hasSize(2);
    }

    private X509Certificate renewedByAThief() {
        CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());
        return issuer.issue(
                        LeafProfile.of(nodeOfMali("1"), ZONE),
                        issuer.newKey(KeyKind.P256),
                        CredentialFiles.named(tree.resolve("ml"), "node-ca").read())
                .certificate();
    }

    private static Party nodeOfMali(String number) {
        return Party.at(new SiteId("ML-BKO-1"), Role.NODE, number);
    }

    private int revokeParty(Party party) {
        return run(
                "pki",
                "revoke",
                "--party",
                party.nameIn(ZONE).toString(),
                "--ca",
                path("ml/node-ca.pem"),
                "--register",
                directory.resolve("ml.register").toString(),
                "--reason",
                "key_compromise");
    }

    @Test
    void aTokenIsMadeForMachinesAlone() {
        String data = directory.resolve("data").toString();

        assertThat(run("pki", "admit", "--data-dir", data, "--party", "spiffe://ml.aes.internal/officer/1"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("liptako pki ceremony");
        assertThat(run("pki", "admit", "--data-dir", data, "--zone", "X", "--party", "spiffe://x/node/ML-BKO-1/1"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("--zone \"X\"");
        assertThat(directory.resolve("data")).doesNotExist();
        assertThat(run("pki", "admit", "--data-dir", data, "--party", "spiffe://ml.aes.internal/node/ML-BKO-1/2"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString().strip()).hasSize(43);
    }

    @Test
    void anEnrolmentThatCouldNotBeKeptUsesNoToken() {
        assertThat(enrolInto(tree.resolve("aes-root.key.pem"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .contains("aes-root.key.pem: this file exists")
                .contains("was not used");
        assertThat(enrolInto(directory.resolve("nowhere/node.key.pem"))).isEqualTo(ExitCode.BAD_INPUT);
    }

    /** Nobody listens there. */
    private int enrolInto(Path key) {
        return run(
                "pki",
                "enrol",
                "--node",
                "127.0.0.1:1",
                "--root",
                path("aes-root.pem"),
                "--token",
                "t",
                "--cert",
                directory.resolve("node.pem").toString(),
                "--key",
                key.toString());
    }

    @Test
    void aKeyFileThatIsNoneIsToldInOneLine() throws IOException {
        Path none = Files.writeString(directory.resolve("none.pem"), "nothing");

        assertThat(run(
                        "pki",
                        "renew",
                        "--node",
                        "127.0.0.1:1",
                        "--root",
                        path("aes-root.pem"),
                        "--cert",
                        none.toString(),
                        "--key",
                        none.toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().lines()).singleElement().asString().contains("none.pem");
    }

    @Test
    void aPassphraseFileThatCannotBeReadIsToldWithTheMend() throws IOException {
        Path large = Files.writeString(directory.resolve("large.txt"), "x".repeat(2_000));
        for (Path file : List.of(large, directory.resolve("nowhere.txt"))) {
            assertThat(run(
                            "sign",
                            large.toString(),
                            "--p12",
                            path("ml/people/officer-1.p12"),
                            "--passphrase-file",
                            file.toString(),
                            "--out",
                            directory.resolve("out.p7s").toString()))
                    .isEqualTo(ExitCode.BAD_INPUT);
            assertThat(err.toString()).contains(file + ": cannot be read; give a text file (UTF-8) of at most 1024");
        }
    }

    @Test
    void anAuthorityRevokesOnlyWhatItIssued() {
        assertThat(revoke("bf/nodes/BF-OUA-1-1.pem", "ml/node-ca.pem")).isEqualTo(ExitCode.NO);
        assertThat(err.toString()).contains("was not issued by");
        assertThat(directory.resolve("ml.register")).doesNotExist();
    }

    @Test
    void aCeremonyIsShownPerformedSignedAndVerified() throws IOException {
        Path declaration = declaration();

        assertThat(run("pki", "ceremony", declaration.toString(), "--dry-run")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("Key and certificate of root 2").contains("nothing was made");
        assertThat(directory.resolve("new-root.pem")).doesNotExist();
        assertThat(run("pki", "ceremony", declaration.toString())).isEqualTo(ExitCode.DONE);
        assertThat(directory.resolve("new-root.pem")).exists();
        assertThat(sign("ml")).isEqualTo(ExitCode.DONE);
        assertThat(transcript()).isEqualTo(ExitCode.NO);
        assertThat(sign("bf")).isEqualTo(ExitCode.DONE);
        assertThat(transcript()).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("Transcript verified.");
        Files.writeString(directory.resolve("new-root.pem"), "another");
        assertThat(transcript()).isEqualTo(ExitCode.NO);
        assertThat(out.toString()).contains("missing or changed: new-root.pem");
    }

    @Test
    void aCeremonyBeginsNothingThatItCannotFinish() throws IOException {
        Path declaration = declaration();
        Files.writeString(directory.resolve("new-root.pem"), "");

        assertThat(run("pki", "ceremony", declaration.toString())).isEqualTo(ExitCode.NO);
        assertThat(out.toString()).contains("obstacle: act 1: new-root.pem exists");
        assertThat(directory.resolve("new-root.key.pem")).doesNotExist();
    }

    private Path declaration() throws IOException {
        Path secret = Files.createFile(
                directory.resolve("secret.txt"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, "correct horse battery staple");
        return Files.writeString(directory.resolve("ceremony.yaml"), """
                ceremony: 1
                title: Second root
                place: Niamey
                zone: aes.internal
                transcript: transcript.txt
                witnesses: [{name: A. Traoré}, {name: B. Ouédraogo}]
                keys:
                  next: {file: new-root.key.pem, passphrase: secret.txt}
                acts:
                  - {make: root, number: 2, key: next, certificate: new-root.pem}
                """);
    }

    private int sign(String state) {
        return run(
                "sign",
                directory.resolve("transcript.txt").toString(),
                "--key",
                path(state + "/people/administrator.key.pem"),
                "--out",
                directory.resolve("transcript.p7s").toString());
    }

    private int transcript() {
        return run(
                "pki",
                "transcript",
                directory.resolve("transcript.txt").toString(),
                "--signatures",
                directory.resolve("transcript.p7s").toString(),
                "--root",
                path("aes-root.pem"));
    }

    private int revoke(String certificate, String ca) {
        return run(
                "pki",
                "revoke",
                path(certificate),
                "--ca",
                path(ca),
                "--register",
                directory.resolve("ml.register").toString(),
                "--reason",
                "key_compromise");
    }

    private int crl(String name, String... more) {
        String[] arguments = {
            "pki",
            "crl",
            "--key",
            path("ml/node-ca.key.pem"),
            "--register",
            directory.resolve("ml.register").toString(),
            "--out",
            directory.resolve(name).toString()
        };
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return run(all);
    }

    private String path(String name) {
        return tree.resolve(name).toString();
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return Liptako.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
