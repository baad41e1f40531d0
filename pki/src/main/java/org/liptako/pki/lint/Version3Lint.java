package org.liptako.pki.lint;

import org.bouncycastle.cert.X509CertificateHolder;

/** RFC 5280 section 4.1.2.1. */
final class Version3Lint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "version-3",
                "RFC 5280 4.1.2.1",
                "Un certificat avec extensions est de version 3.",
                "A certificate with extensions is of version 3.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        return certificate.getVersionNumber() == 3;
    }
}
