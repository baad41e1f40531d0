package org.liptako.pki.lint;

import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.cert.X509CRLHolder;

/** RFC 5280 section 5.2.1. */
final class ListIssuerKeyLint implements Lint<X509CRLHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "list-issuer-key",
                "RFC 5280 5.2.1",
                "La liste porte l'identifiant de la clé de son émetteur.",
                "The list carries the identifier of its issuer's key.");
    }

    @Override
    public boolean admits(X509CRLHolder list) {
        AuthorityKeyIdentifier authority = AuthorityKeyIdentifier.fromExtensions(list.getExtensions());
        return authority != null && authority.getKeyIdentifierObject() != null;
    }
}
