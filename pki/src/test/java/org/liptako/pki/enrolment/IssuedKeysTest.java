package org.liptako.pki.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
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

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("issued-keys.txt");
    }

    @Test
    void aKeyIsBarredByItsCertificatesSerialNumberAlsoAfterARestart() {
        IssuedKeys keys = new IssuedKeys(file);
        keys.note(ONE.certificate());
        keys.note(OTHER.certificate());

        BarredKeys barred = new IssuedKeys(file).of(Set.of(ONE.certificate().getSerialNumber()));

        assertThat(barred.bar(ONE.certificate().getPublicKey())).isTrue();
        assertThat(barred.bar(OTHER.certificate().getPublicKey())).isFalse();
    }

    @Test
    void whatIsNotedTwiceStandsOnce() throws IOException {
        IssuedKeys keys = new IssuedKeys(file);
        keys.note(ONE.certificate());
        keys.note(ONE.certificate());

        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void aDamagedLineBarsNobodySilently() throws IOException {
        Files.writeString(file, ONE.certificate().getSerialNumber().toString(16) + " not a digest\n");

        assertThatExceptionOfType(IssuingException.class)
                .isThrownBy(
                        () -> new IssuedKeys(file).of(Set.of(ONE.certificate().getSerialNumber())));
    }

    private static Credential someone() {
        CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());
        return issuer.root(RootProfile.first(), issuer.newKey(KeyKind.P384));
    }
}
