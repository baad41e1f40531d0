package org.liptako.pki.validation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * RFC 5280 section 4.1.2.5, for every certificate of the path, the root included; both ends are valid.
 *
 * <p>Certificates count in whole seconds, and so is the instant taken.
 */
final class ValidityRule implements PathRule {
    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        for (ParsedCertificate certificate : path.certificates()) {
            check(certificate, expectation.at(), path.placeOf(certificate));
        }
    }

    static void check(ParsedCertificate certificate, Instant instant, String place) throws RejectedException {
        Instant at = instant.truncatedTo(ChronoUnit.SECONDS);
        if (at.isBefore(certificate.notBefore())) {
            throw new RejectedException(RejectionReason.NOT_YET_VALID, place);
        }
        if (at.isAfter(certificate.notAfter())) {
            throw new RejectedException(RejectionReason.EXPIRED, place);
        }
    }
}
