package org.liptako.pki.lint;

import java.util.Optional;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.liptako.pki.name.Role;

/** RFC 5280 section 4.2.1.6; our design: every other type is left unconstrained by some validator. */
final class AlternativeNameTypesLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "alternative-name-types",
                "RFC 5280 4.2.1.6; design",
                "Une feuille n'a que son URI et, pour un nœud, un nom DNS ; une autorité n'a aucun autre nom.",
                "A leaf has its URI alone and, if a node, one DNS name; an authority has no other name.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        int all = AlternativeNames.count(certificate);
        if (CertificateKind.of(certificate) != CertificateKind.LEAF) {
            return all == 0;
        }
        int dns = AlternativeNames.of(certificate, GeneralName.dNSName).size();
        int uris = AlternativeNames.of(certificate, GeneralName.uniformResourceIdentifier)
                .size();
        boolean node = CertificateKind.roleOf(certificate).equals(Optional.of(Role.NODE));
        return all == dns + uris && dns == (node ? 1 : 0);
    }
}
