package org.liptako.pki.lint;

import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;

/** RFC 5280 sections 4.2.1.1 and 4.2.1.2. */
final class KeyIdentifiersLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "key-identifiers",
                "RFC 5280 4.2.1.1, 4.2.1.2",
                "Le certificat porte les identifiants de sa clé et de celle de son émetteur.",
                "The certificate has the identifiers of its own key and of its issuer's.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        AuthorityKeyIdentifier authority = AuthorityKeyIdentifier.fromExtensions(certificate.getExtensions());
        return SubjectKeyIdentifier.fromExtensions(certificate.getExtensions()) != null
                && authority != null
                && authority.getKeyIdentifierObject() != null;
    }
}
