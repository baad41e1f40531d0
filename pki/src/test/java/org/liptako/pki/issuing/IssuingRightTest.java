package org.liptako.pki.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.CertificateProfile;
import org.liptako.pki.profile.IssuingCaProfile;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.profile.StateCaProfile;

class IssuingRightTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Party NODE = Party.at(new SiteId("ML-BKO-1"), Role.NODE, "1");
    private static final Party NIGER = Party.at(new SiteId("NE-NIM-1"), Role.NODE, "1");

    private final CertificateIssuer issuer =
            new CertificateIssuer(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());
    private final Credential root = issuer.root(RootProfile.first(), issuer.newKey(KeyKind.P384));
    private final Credential stateCa = issue(StateCaProfile.of(State.ML, Zone.INTERNAL), root);
    private final Credential nodeCa = issue(IssuingCaProfile.of(State.ML, Authority.NODE_CA), stateCa);
    private final Credential peopleCa = issue(IssuingCaProfile.of(State.ML, Authority.PEOPLE_CA), stateCa);

    @Test
    void aCaRefusesWhatAValidatorWouldRefuse() {
        assertRefused(LeafProfile.of(NIGER, Zone.INTERNAL), nodeCa);
        assertRefused(LeafProfile.of(NODE, Zone.INTERNAL), peopleCa);
        assertRefused(LeafProfile.of(NODE, Zone.INTERNAL), stateCa);
        assertRefused(LeafProfile.of(NODE, Zone.INTERNAL), root);
        assertRefused(IssuingCaProfile.of(State.NE, Authority.NODE_CA), stateCa);
        assertRefused(IssuingCaProfile.of(State.ML, Authority.NODE_CA), nodeCa);
        assertRefused(StateCaProfile.of(State.ML, Zone.INTERNAL), stateCa);
        assertRefused(RootProfile.first(), root);
    }

    @Test
    void serialsArePositiveAndOf128RandomBits() {
        Credential one = issue(LeafProfile.of(NODE, Zone.INTERNAL), nodeCa);
        Credential other = issue(LeafProfile.of(NODE, Zone.INTERNAL), nodeCa);

        assertThat(one.certificate().getSerialNumber())
                .isPositive()
                .isNotEqualTo(other.certificate().getSerialNumber());
        assertThat(one.certificate().getSerialNumber().bitLength()).isBetween(64, 128);
    }

    @Test
    void nothingOutlivesItsIssuer() {
        Credential shortCa = issue(new IssuingCaProfile(State.ML, Authority.NODE_CA, Duration.ofHours(1)), stateCa);

        Credential node = issue(LeafProfile.of(NODE, Zone.INTERNAL), shortCa);

        assertThat(node.certificate().getNotAfter())
                .isEqualTo(shortCa.certificate().getNotAfter());
    }

    @Test
    void aNodeLivesADayAtMost() {
        assertThatThrownBy(() -> new LeafProfile(NODE, Zone.INTERNAL, Duration.ofHours(25)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Credential issue(CertificateProfile profile, Credential by) {
        return issuer.issue(profile, issuer.newKey(profile.keyKind()), by);
    }

    private void assertRefused(CertificateProfile profile, Credential by) {
        assertThatThrownBy(() -> issue(profile, by)).isInstanceOf(IssuingException.class);
    }
}
