package org.liptako.pki.lint;

import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;

/** Our design, and RFC 9525 section 2: a common name is no host name. */
final class CommonNameLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "common-name",
                "design; RFC 9525 2",
                "Le nom commun contient un espace : sinon le JDK et OpenSSL le prennent pour un nom d'hôte.",
                "The common name holds a space: otherwise the JDK and OpenSSL take it for a host name.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        RDN[] names = certificate.getSubject().getRDNs(BCStyle.CN);
        return names.length == 1
                && !names[0].isMultiValued()
                && IETFUtils.valueToString(names[0].getFirst().getValue()).indexOf(' ') > 0;
    }
}
