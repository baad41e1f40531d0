package org.liptako.pki.lint;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;

/** RFC 5280 sections 4.2.1.1, 4.2.1.2, 4.2.1.3, 4.2.1.9 and 4.2.1.10. */
final class CriticalityLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "criticality",
                "RFC 5280 4.2.1.1 to 4.2.1.10",
                "basicConstraints, keyUsage et nameConstraints sont critiques ; les identifiants de clé ne le sont pas.",
                "basicConstraints, keyUsage and nameConstraints are critical; the key identifiers are not.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        return is(certificate, Extension.basicConstraints, true)
                && is(certificate, Extension.keyUsage, true)
                && is(certificate, Extension.nameConstraints, true)
                && is(certificate, Extension.subjectKeyIdentifier, false)
                && is(certificate, Extension.authorityKeyIdentifier, false);
    }

    private static boolean is(X509CertificateHolder certificate, ASN1ObjectIdentifier type, boolean critical) {
        Extension extension = certificate.getExtension(type);
        return extension == null || extension.isCritical() == critical;
    }
}
