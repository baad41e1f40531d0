package org.liptako.pki.lint;

import org.bouncycastle.cert.X509CertificateHolder;

/** RFC 5280 section 4.1.2.5. */
final class ValidityOrderLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "validity-order",
                "RFC 5280 4.1.2.5",
                "La fin de validité vient après le début.",
                "Validity ends after it begins.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        return certificate
                .getNotBefore()
                .toInstant()
                .isBefore(certificate.getNotAfter().toInstant());
    }
}
