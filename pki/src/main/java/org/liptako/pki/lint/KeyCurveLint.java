package org.liptako.pki.lint;

import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;

/** RFC 5480 section 2.1.1: a curve is named, never spelled out. Our design: the root lasts longest and is on P-384. */
final class KeyCurveLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "key-curve",
                "RFC 5480 2.1.1, FIPS 186-5",
                "La clé est sur la courbe nommée P-256 ou P-384 ; celle de la racine, sur P-384.",
                "The key is on the named curve P-256 or P-384; the root's is on P-384.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        AlgorithmIdentifier key = certificate.getSubjectPublicKeyInfo().getAlgorithm();
        boolean p384 = SECObjectIdentifiers.secp384r1.equals(key.getParameters());
        boolean p256 = SECObjectIdentifiers.secp256r1.equals(key.getParameters());
        return key.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                && (p384 || (p256 && CertificateKind.of(certificate) != CertificateKind.ROOT));
    }
}
