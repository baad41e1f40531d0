package org.liptako.pki.lint;

import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SpiffeName;

/** SPIFFE X.509-SVID section 2 and SPIFFE-ID section 2. */
final class SpiffeNameLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "spiffe-name",
                "SPIFFE X.509-SVID 2, SPIFFE-ID 2",
                "Une feuille a exactement un URI : un nom SPIFFE bien formé dont le rôle est celui de sa politique.",
                "A leaf has exactly one URI: a well-formed SPIFFE name whose role is its policy's.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        if (CertificateKind.of(certificate) != CertificateKind.LEAF) {
            return true;
        }
        List<String> uris = AlternativeNames.of(certificate, GeneralName.uniformResourceIdentifier);
        if (uris.size() != 1) {
            return false;
        }
        try {
            String first = SpiffeName.parse(uris.getFirst()).segments().getFirst();
            return CertificateKind.roleOf(certificate).equals(Role.ofSegment(first));
        } catch (MalformedNameException malformed) {
            return false;
        }
    }
}
