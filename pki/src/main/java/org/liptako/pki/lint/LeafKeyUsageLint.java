package org.liptako.pki.lint;

import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.liptako.pki.profile.RoleProfile;

/** SPIFFE X.509-SVID sections 4.1 and 4.3, RFC 5280 section 4.2.1.3. */
final class LeafKeyUsageLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "leaf-key-usage",
                "SPIFFE X.509-SVID 4.1, 4.3; RFC 5280 4.2.1.3",
                "Une feuille ne signe ni certificat ni liste ; son usage de clé est celui de son rôle.",
                "A leaf signs no certificate and no list; its key usage is its role's.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        if (CertificateKind.of(certificate) != CertificateKind.LEAF) {
            return true;
        }
        KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
        return CertificateKind.roleOf(certificate)
                .filter(role -> new KeyUsage(RoleProfile.of(role).keyUsage()).equals(usage))
                .isPresent();
    }
}
