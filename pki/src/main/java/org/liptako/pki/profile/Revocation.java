package org.liptako.pki.profile;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One certificate that its issuer takes back.
 *
 * @param serial the certificate's serial number, positive
 * @param at since when, in whole seconds
 * @param reason why
 */
public record Revocation(BigInteger serial, Instant at, RevocationReason reason) {
    public Revocation {
        if (serial.signum() <= 0) {
            throw new IllegalArgumentException("A serial number is positive (RFC 5280 section 4.1.2.2).");
        }
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The revocation of a certificate. */
    public static Revocation of(X509Certificate certificate, Instant at, RevocationReason reason) {
        return new Revocation(certificate.getSerialNumber(), at, reason);
    }
}
