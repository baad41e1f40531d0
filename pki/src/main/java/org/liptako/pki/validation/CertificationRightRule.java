package org.liptako.pki.validation;

import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * Who signs certificates is a CA by its basic constraints, and by its key usage if it has one (RFC 5280 section 6.1.4 k,
 * n).
 */
final class CertificationRightRule implements CertificateRule {
    @Override
    public void check(ParsedCertificate certificate) throws RejectedException {
        if (!certificate.isCa()) {
            throw new RejectedException(RejectionReason.NOT_A_CA, "basic constraints");
        }
        if (!certificate.allowsKeyUsage(KeyUsage.keyCertSign)) {
            throw new RejectedException(RejectionReason.KEY_USAGE, "a CA that may not sign certificates");
        }
    }
}
