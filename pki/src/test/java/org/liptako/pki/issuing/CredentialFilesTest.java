package org.liptako.pki.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.RootProfile;

class CredentialFilesTest {
    private final Credential former = someone();
    private final Credential renewed = someone();

    @TempDir
    private Path directory;

    private CredentialFiles files = new CredentialFiles(Path.of("unset"), Path.of("unset"));

    @BeforeEach
    void keepTheFormer() {
        files = CredentialFiles.named(directory, "node");
        files.write(former);
    }

    @Test
    void whatIsReplacedIsReadBack() {
        files.replace(renewed);

        assertThat(files.read().certificate()).isEqualTo(renewed.certificate());
        assertThat(directory).isDirectoryNotContaining(file -> file.toString().endsWith(".next"));
    }

    /** The two files take two steps; a node whose machine loses power between them must start again. */
    @Test
    void aReplacementCutOffBetweenItsTwoStepsIsReadAsDone() throws IOException {
        cutOff(renewed);

        assertThat(files.read().certificate()).isEqualTo(renewed.certificate());
        files.replace(former);
        assertThat(files.read().certificate()).isEqualTo(former.certificate());
    }

    @Test
    void aKeyOfAnotherCertificateIsNotTaken() throws IOException {
        cutOff(someone());
        CertificateFiles.write(directory.resolve("node.pem.next"), renewed.chain());

        assertThatThrownBy(files::read).isInstanceOf(IssuingException.class).hasMessageContaining("does not belong");
    }

    private void cutOff(Credential next) throws IOException {
        Files.delete(files.key());
        KeyFiles.write(files.key(), next.key());
        CertificateFiles.write(directory.resolve("node.pem.next"), next.chain());
    }

    private static Credential someone() {
        CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());
        return issuer.root(RootProfile.first(), issuer.newKey(KeyKind.P384));
    }
}
