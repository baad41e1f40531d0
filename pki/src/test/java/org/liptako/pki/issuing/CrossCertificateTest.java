package org.liptako.pki.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.CrossProfile;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.profile.StateCaProfile;

class CrossCertificateTest {
    private final CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());
    private final Credential first = issuer.root(RootProfile.numbered(1), issuer.newKey(KeyKind.P384));
    private final Credential second = issuer.root(RootProfile.numbered(2), issuer.newKey(KeyKind.P384));

    @Test
    void eachRootCertifiesTheOther() throws Exception {
        X509Certificate newWithOld =
                issuer.issue(CrossProfile.of(2), second.certificate().getPublicKey(), first);
        X509Certificate oldWithNew =
                issuer.issue(CrossProfile.of(1), first.certificate().getPublicKey(), second);

        newWithOld.verify(first.certificate().getPublicKey());
        oldWithNew.verify(second.certificate().getPublicKey());
        assertThat(newWithOld.getSubjectX500Principal())
                .isEqualTo(second.certificate().getSubjectX500Principal());
        assertThat(oldWithNew.getSubjectX500Principal())
                .isEqualTo(first.certificate().getSubjectX500Principal());
    }

    @Test
    void noStateCaAndNoSameRootCertifiesARoot() {
        Credential stateCa =
                issuer.issue(StateCaProfile.of(State.ML, Zone.INTERNAL), issuer.newKey(KeyKind.P256), first);

        for (Credential wrong : new Credential[] {stateCa, second}) {
            assertThatThrownBy(() -> issuer.issue(
                            CrossProfile.of(2), second.certificate().getPublicKey(), wrong))
                    .isInstanceOf(IssuingException.class);
        }
    }
}
