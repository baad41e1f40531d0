package org.liptako.pki.validation;

import java.time.Instant;

/** RFC 5280 section 4.1.2.5, for every certificate of the path, the root included; both ends are valid. */
final class ValidityRule implements PathRule {
    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        for (ParsedCertificate certificate : path.certificates()) {
            Instant at = expectation.at();
            if (at.isBefore(certificate.holder().getNotBefore().toInstant())) {
                throw new RejectedException(RejectionReason.NOT_YET_VALID, path.placeOf(certificate));
            }
            if (at.isAfter(certificate.holder().getNotAfter().toInstant())) {
                throw new RejectedException(RejectionReason.EXPIRED, path.placeOf(certificate));
            }
        }
    }
}
