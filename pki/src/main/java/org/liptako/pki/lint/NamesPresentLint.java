package org.liptako.pki.lint;

import org.bouncycastle.cert.X509CertificateHolder;

/** RFC 5280 sections 4.1.2.4 and 4.1.2.6; our design gives leaves a subject too. */
final class NamesPresentLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "names-present",
                "RFC 5280 4.1.2.4, 4.1.2.6",
                "L'émetteur et le sujet portent chacun un nom.",
                "Issuer and subject each have a name.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        return certificate.getIssuer().getRDNs().length > 0
                && certificate.getSubject().getRDNs().length > 0;
    }
}
