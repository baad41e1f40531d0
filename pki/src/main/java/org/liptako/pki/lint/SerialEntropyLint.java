package org.liptako.pki.lint;

import org.bouncycastle.cert.X509CertificateHolder;

/** Our design: 128 random bits. A counter shows; one honest serial in 2^64 is refused too, and drawn again. */
final class SerialEntropyLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "serial-entropy",
                "design: 128 random bits",
                "Le numéro de série est tiré au hasard : il a plus de 64 bits.",
                "The serial number is drawn at random: it has more than 64 bits.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        return certificate.getSerialNumber().bitLength() > 64;
    }
}
