package org.liptako.pki.lint;

import java.util.Arrays;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.cert.X509CRLHolder;

/** RFC 5280 sections 5.1.2.4, 5.1.2.5 and 5.1.2.6. */
final class ListTimeEncodingLint implements Lint<X509CRLHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "list-time-encoding",
                "RFC 5280 5.1.2.4 to 5.1.2.6",
                "Les dates sont en UTCTime jusqu'en 2049, en GeneralizedTime ensuite.",
                "Dates are in UTCTime until 2049, in GeneralizedTime after.");
    }

    @Override
    public boolean admits(X509CRLHolder list) {
        TBSCertList body = list.toASN1Structure().getTBSCertList();
        return TimeEncoding.admits(body.getThisUpdate())
                && (body.getNextUpdate() == null || TimeEncoding.admits(body.getNextUpdate()))
                && Arrays.stream(body.getRevokedCertificates())
                        .allMatch(entry -> TimeEncoding.admits(entry.getRevocationDate()));
    }
}
