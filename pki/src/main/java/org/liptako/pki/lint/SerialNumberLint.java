package org.liptako.pki.lint;

import java.math.BigInteger;
import org.bouncycastle.cert.X509CertificateHolder;

/** RFC 5280 section 4.1.2.2. */
final class SerialNumberLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "serial-number",
                "RFC 5280 4.1.2.2",
                "Le numéro de série est positif et tient en 20 octets.",
                "The serial number is positive and fits in 20 octets.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        BigInteger serial = certificate.getSerialNumber();
        return serial.signum() > 0 && serial.bitLength() < 160;
    }
}
