package org.liptako.pki.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.RootProfile;

class IssuedKeysTest {
    private static final Credential ONE = someone();
    private static final Credential OTHER = someone();

    @TempDir
    private Path directory;

    private Path authority = Path.of("unset");

    @BeforeEach
    void name() {
        authority = directory.resolve("node-ca.pem");
    }

    @Test
    void aKeyThatWasCertifiedIsKnownAlsoAfterARestart() {
        IssuedKeys.of(authority).note(ONE.certificate());

        IssuedKeys reopened = IssuedKeys.of(authority);

        assertThat(reopened.hold(ONE.certificate().getPublicKey())).isTrue();
        assertThat(reopened.hold(OTHER.certificate().getPublicKey())).isFalse();
    }

    @Test
    void whatIsNotedTwiceStandsOnce() throws IOException {
        IssuedKeys keys = IssuedKeys.of(authority);
        keys.note(ONE.certificate());
        keys.note(ONE.certificate());

        assertThat(Files.readAllLines(directory.resolve("node-ca.issued"))).hasSize(1);
    }

    @Test
    void aDamagedFileLetsNoKeyPass() throws IOException {
        Files.writeString(IssuedKeys.fileOf(authority), "1f not a digest\n");

        assertThatExceptionOfType(IssuingException.class)
                .isThrownBy(
                        () -> IssuedKeys.of(authority).hold(ONE.certificate().getPublicKey()));
    }

    private static Credential someone() {
        CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());
        return issuer.root(RootProfile.first(), issuer.newKey(KeyKind.P384));
    }
}
