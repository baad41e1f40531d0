package org.liptako.pki.lint;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.cert.X509CertificateHolder;

/** RFC 5280 section 4.2.1.9; our design: 1 for a State CA, 0 for an issuing CA, none elsewhere. */
final class PathLengthLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "path-length",
                "RFC 5280 4.2.1.9; design",
                "Une CA d'État a une longueur de chemin de 1, une CA émettrice de 0.",
                "A State CA has path length 1, an issuing CA 0.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        BasicConstraints constraints = BasicConstraints.fromExtensions(certificate.getExtensions());
        if (constraints == null) {
            return false;
        }
        ASN1Integer length = constraints.getPathLenConstraintInteger();
        return switch (CertificateKind.of(certificate)) {
            case ROOT, CROSS, LEAF -> length == null;
            case STATE_CA -> length != null && length.hasValue(1);
            case ISSUING_CA -> length != null && length.hasValue(0);
        };
    }
}
