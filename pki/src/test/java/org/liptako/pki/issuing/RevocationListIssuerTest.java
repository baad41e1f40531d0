package org.liptako.pki.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.Revocation;
import org.liptako.pki.profile.RevocationListProfile;
import org.liptako.pki.profile.RevocationReason;
import org.liptako.pki.profile.RootProfile;

class RevocationListIssuerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final CertificateIssuer certificates = new CertificateIssuer(CLOCK, new SecureRandom());
    private final RevocationListIssuer lists = new RevocationListIssuer(CLOCK);
    private final Credential root = certificates.root(RootProfile.first(), certificates.newKey(KeyKind.P384));

    @Test
    void aFullListTellsNumberTimesSerialsAndReasons() throws Exception {
        X509CRL list = lists.issue(
                RevocationListProfile.full(
                        7,
                        List.of(revoked(2, RevocationReason.KEY_COMPROMISE), revoked(1, RevocationReason.UNSPECIFIED))),
                root);

        list.verify(root.certificate().getPublicKey());
        assertThat(numberIn(list, Extension.cRLNumber.getId())).isEqualTo(7);
        assertThat(list.getThisUpdate()).isEqualTo(Date.from(NOW));
        assertThat(list.getNextUpdate()).isEqualTo(Date.from(NOW.plus(Duration.ofDays(2))));
        assertThat(list.getCriticalExtensionOIDs()).isNullOrEmpty();
        assertThat(list.getRevokedCertificate(BigInteger.ONE).hasExtensions()).isFalse();
        assertThat(list.getRevokedCertificate(BigInteger.TWO).getRevocationReason())
                .isEqualTo(CRLReason.KEY_COMPROMISE);
        assertThat(list.getRevokedCertificate(BigInteger.TEN)).isNull();
    }

    @Test
    void aDeltaListNamesItsBaseCritically() throws Exception {
        X509CRL list =
                lists.issue(RevocationListProfile.delta(9, 7, List.of(revoked(3, RevocationReason.SUPERSEDED))), root);

        assertThat(numberIn(list, Extension.cRLNumber.getId())).isEqualTo(9);
        assertThat(numberIn(list, Extension.deltaCRLIndicator.getId())).isEqualTo(7);
        assertThat(list.getCriticalExtensionOIDs()).isEqualTo(Set.of(Extension.deltaCRLIndicator.getId()));
    }

    @Test
    void aListWithoutRevocationsHasNoEntries() {
        assertThat(lists.issue(RevocationListProfile.full(0, List.of()), root).getRevokedCertificates())
                .isNull();
    }

    @Test
    void refusesAProfileThatContradictsItself() {
        Revocation one = revoked(1, RevocationReason.UNSPECIFIED);
        assertThatThrownBy(() -> RevocationListProfile.full(1, List.of(one, one)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RevocationListProfile.delta(7, 7, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RevocationListProfile.full(-1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RevocationListProfile.full(1, List.of()).living(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAKeyThatIsNotTheIssuers() {
        Credential confused = new Credential(certificates.newKey(KeyKind.P384).getPrivate(), root.chain());

        assertThatThrownBy(() -> lists.issue(RevocationListProfile.full(1, List.of()), confused))
                .isInstanceOf(IssuingException.class);
    }

    private static Revocation revoked(long serial, RevocationReason reason) {
        return new Revocation(BigInteger.valueOf(serial), NOW, reason);
    }

    private static long numberIn(X509CRL list, String extension) {
        byte[] value =
                ASN1OctetString.getInstance(list.getExtensionValue(extension)).getOctets();
        return ASN1Integer.getInstance(value).longValueExact();
    }
}
