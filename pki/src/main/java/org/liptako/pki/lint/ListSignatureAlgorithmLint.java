package org.liptako.pki.lint;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CRLHolder;

/** RFC 5280 section 5.1.1.2 and RFC 5758 section 3.2. */
final class ListSignatureAlgorithmLint implements Lint<X509CRLHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "list-signature-algorithm",
                "RFC 5280 5.1.1.2, RFC 5758 3.2",
                "La signature est ECDSA avec SHA-256 ou SHA-384, sans paramètres, et nommée de même aux deux endroits.",
                "The signature is ECDSA with SHA-256 or SHA-384, without parameters, and named alike in both places.");
    }

    @Override
    public boolean admits(X509CRLHolder list) {
        AlgorithmIdentifier outer = list.toASN1Structure().getSignatureAlgorithm();
        return EcdsaSignatures.admit(outer)
                && outer.equals(list.toASN1Structure().getTBSCertList().getSignature());
    }
}
