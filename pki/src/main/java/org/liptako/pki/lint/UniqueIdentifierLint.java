package org.liptako.pki.lint;

import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.cert.X509CertificateHolder;

/** RFC 5280 section 4.1.2.8. */
final class UniqueIdentifierLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "no-unique-identifier",
                "RFC 5280 4.1.2.8",
                "Pas d'identifiants uniques d'émetteur ou de sujet.",
                "No unique identifiers of issuer or subject.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        TBSCertificate body = certificate.toASN1Structure().getTBSCertificate();
        return body.getIssuerUniqueId() == null && body.getSubjectUniqueId() == null;
    }
}
