package org.liptako.pki.validation;

import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * Every CA of the path has {@code keyCertSign} (RFC 5280 section 4.2.1.3) and basic constraints that say so.
 *
 * <p>Bouncy Castle looks at key usage only where the extension is present and critical.
 */
final class AuthorityKeyUsageRule implements PathRule {
    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        for (ParsedCertificate authority : path.authorities()) {
            if (!authority.isCa()) {
                throw new RejectedException(RejectionReason.NOT_A_CA, path.placeOf(authority));
            }
            if (!authority.hasKeyUsage(KeyUsage.keyCertSign)) {
                throw new RejectedException(RejectionReason.KEY_USAGE, path.placeOf(authority));
            }
        }
    }
}
