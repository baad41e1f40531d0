package org.liptako.pki.lint;

import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;

/** RFC 5280 sections 4.2.1.3 and 4.2.1.9. */
final class AuthorityKeyUsageLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "authority-key-usage",
                "RFC 5280 4.2.1.3, 4.2.1.9",
                "Une autorité signe certificats et listes, et rien d'autre.",
                "An authority signs certificates and lists, and nothing else.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
        return CertificateKind.of(certificate) == CertificateKind.LEAF
                || new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign).equals(usage);
    }
}
