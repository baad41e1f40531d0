package org.liptako.pki.validation;

import org.bouncycastle.asn1.x509.Extension;

/** Whoever issues has a name (RFC 5280 sections 4.1.2.4 and 4.1.2.6); without a subject, other names are critical. */
final class NamePresenceRule implements CertificateRule {
    @Override
    public void check(ParsedCertificate certificate) throws RejectedException {
        if (certificate.issuerName().isEmpty()) {
            throw new RejectedException(RejectionReason.MALFORMED, "an issuer without a name");
        }
        if (!certificate.subjectName().isEmpty()) {
            return;
        }
        boolean named = certificate
                .extension(Extension.subjectAlternativeName)
                .map(Extension::isCritical)
                .orElse(false);
        if (certificate.isCa() || !named) {
            throw new RejectedException(RejectionReason.MALFORMED, "no subject");
        }
    }
}
