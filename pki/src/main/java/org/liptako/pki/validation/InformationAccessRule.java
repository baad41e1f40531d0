package org.liptako.pki.validation;

import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;

/** Pointers to the issuer are well formed and at least one (RFC 5280 section 4.2.2.1), though nobody follows them here. */
final class InformationAccessRule implements CertificateRule {
    @Override
    public void check(ParsedCertificate certificate) throws RejectedException {
        try {
            boolean told = certificate
                    .value(Extension.authorityInfoAccess)
                    .map(AuthorityInformationAccess::getInstance)
                    .map(access -> access.getAccessDescriptions().length > 0)
                    .orElse(true);
            if (told) {
                return;
            }
        } catch (RuntimeException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static RejectedException malformed() {
        return new RejectedException(RejectionReason.MALFORMED, "authority information access");
    }
}
