package org.liptako.pki.lint;

import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;

/** RFC 5280 section 5.2; our design: one scope for each CA. */
final class KnownListExtensionsLint implements Lint<X509CRLHolder> {
    private static final Set<ASN1ObjectIdentifier> KNOWN =
            Set.of(Extension.cRLNumber, Extension.deltaCRLIndicator, Extension.authorityKeyIdentifier);

    @Override
    public LintRule rule() {
        return new LintRule(
                "list-known-extensions",
                "RFC 5280 5.2; design",
                "La liste vaut pour tout ce que son autorité a émis : ni étendue restreinte, ni autre émetteur.",
                "The list covers all that its authority issued: no restricted scope, no other issuer.");
    }

    @Override
    public boolean admits(X509CRLHolder list) {
        return Arrays.stream(list.getExtensions().getExtensionOIDs()).allMatch(KNOWN::contains);
    }
}
