package org.liptako.pki.lint;

import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.cert.X509CertificateHolder;

/** RFC 5280 section 4.1.2.5. */
final class ValidityEncodingLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "validity-encoding",
                "RFC 5280 4.1.2.5",
                "Les dates sont en UTCTime jusqu'en 2049, en GeneralizedTime ensuite.",
                "Dates are in UTCTime until 2049, in GeneralizedTime after.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        TBSCertificate body = certificate.toASN1Structure().getTBSCertificate();
        return TimeEncoding.admits(body.getStartDate()) && TimeEncoding.admits(body.getEndDate());
    }
}
