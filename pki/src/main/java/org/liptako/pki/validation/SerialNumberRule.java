package org.liptako.pki.validation;

import java.math.BigInteger;

/** The serial number is positive and of at most 20 octets (RFC 5280 section 4.1.2.2). */
final class SerialNumberRule implements CertificateRule {
    private static final int MAX_BITS = 159;

    @Override
    public void check(ParsedCertificate certificate) throws RejectedException {
        BigInteger serial = certificate.serialNumber();
        if (serial.signum() <= 0 || serial.bitLength() > MAX_BITS) {
            throw new RejectedException(
                    RejectionReason.MALFORMED, "serial number not positive or longer than 20 octets");
        }
    }
}
