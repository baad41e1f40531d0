package org.liptako.pki.lint;

import java.time.Duration;
import org.bouncycastle.cert.X509CertificateHolder;
import org.liptako.pki.profile.IssuingCaProfile;
import org.liptako.pki.profile.RoleProfile;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.profile.StateCaProfile;

/** Our design: a root lives 20 years, a State CA 10, an issuing CA 5, a leaf as long as its role may. */
final class LifeLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "life",
                "design: lives",
                "La durée de vie dépasse celle que la conception prévoit pour ce genre de certificat ou ce rôle.",
                "The life is longer than the design has for this kind of certificate or this role.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        Duration life = Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
        return life.compareTo(longest(certificate)) <= 0;
    }

    private static Duration longest(X509CertificateHolder certificate) {
        return switch (CertificateKind.of(certificate)) {
            case ROOT -> RootProfile.first().life();
            case CROSS, STATE_CA -> StateCaProfile.LONGEST_LIFE;
            case ISSUING_CA -> IssuingCaProfile.LONGEST_LIFE;
            case LEAF ->
                CertificateKind.roleOf(certificate)
                        .map(role -> RoleProfile.of(role).longestLife())
                        .orElse(Duration.ZERO);
        };
    }
}
