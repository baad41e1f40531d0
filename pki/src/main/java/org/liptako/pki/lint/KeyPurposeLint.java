package org.liptako.pki.lint;

import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;

/** RFC 5280 section 4.2.1.12; our design has purposes below the State CA. */
final class KeyPurposeLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "key-purpose",
                "RFC 5280 4.2.1.12; design",
                "Feuilles et CA émettrices portent leurs usages étendus de clé, jamais anyExtendedKeyUsage.",
                "Leaves and issuing CAs carry their extended key purposes, never anyExtendedKeyUsage.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        ExtendedKeyUsage purposes = ExtendedKeyUsage.fromExtensions(certificate.getExtensions());
        return switch (CertificateKind.of(certificate)) {
            case ROOT, CROSS, STATE_CA -> purposes == null;
            case ISSUING_CA, LEAF -> purposes != null && !purposes.hasKeyPurposeId(KeyPurposeId.anyExtendedKeyUsage);
        };
    }
}
