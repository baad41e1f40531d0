package org.liptako.pki.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.SpiffeName;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.IssuingCaProfile;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.profile.StateCaProfile;

class IssuedKeysTest {
    private static final Credential ONE = someone();
    private static final Credential OTHER = someone();
    private static final Zone ZONE = Zone.INTERNAL;
    private static final Party NODE = Party.at(new SiteId("ML-BKO-1"), Role.NODE, "1");

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
    void ofTwoNewCertificatesOfOneKeyOneIsNoted() throws IOException {
        CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());
        KeyPair key = issuer.newKey(KeyKind.P256);
        IssuedKeys keys = IssuedKeys.of(authority);

        assertThat(keys.noteFirst(issuer.issue(StateCaProfile.of(State.ML, ZONE), key, ONE)
                        .certificate()))
                .isTrue();
        assertThat(keys.noteFirst(issuer.issue(StateCaProfile.of(State.BF, ZONE), key, ONE)
                        .certificate()))
                .isFalse();

        assertThat(Files.readAllLines(directory.resolve("node-ca.issued"))).hasSize(1);
    }

    @Test
    void allThatAPartyHasIsFoundUntilItHasEnded() {
        CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());
        Credential stateCa = issuer.issue(StateCaProfile.of(State.ML, ZONE), issuer.newKey(KeyKind.P256), ONE);
        Credential nodeCa =
                issuer.issue(IssuingCaProfile.of(State.ML, Authority.NODE_CA), issuer.newKey(KeyKind.P256), stateCa);
        Credential first = issuer.issue(LeafProfile.of(NODE, ZONE), issuer.newKey(KeyKind.P256), nodeCa);
        Credential renewed = issuer.issue(LeafProfile.of(NODE, ZONE), issuer.newKey(KeyKind.P256), nodeCa);
        IssuedKeys keys = IssuedKeys.of(authority);
        keys.note(first.certificate());
        keys.note(ONE.certificate());
        keys.note(renewed.certificate());
        SpiffeName name = NODE.nameIn(ZONE);

        assertThat(keys.serialsOf(name, Instant.now()))
                .containsExactly(
                        first.certificate().getSerialNumber(),
                        renewed.certificate().getSerialNumber());
        assertThat(keys.serialsOf(name, renewed.certificate().getNotAfter().toInstant()))
                .isEmpty();
        assertThat(keys.serialsOf(
                        Party.at(new SiteId("ML-BKO-1"), Role.NODE, "2").nameIn(ZONE), Instant.now()))
                .isEmpty();
        assertThat(keys.hold(renewed.certificate().getPublicKey())).isTrue();
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
