package org.liptako.pki.lint;

import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.liptako.pki.name.Role;

/**
 * RFC 5480 section 2.1.1: a curve is named, never spelled out; RFC 8410 section 3: Ed25519 has no parameters. Our
 * design: the root lasts longest and is on P-384, and what signs checkpoints is Ed25519.
 */
final class KeyCurveLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "key-curve",
                "RFC 5480 2.1.1, RFC 8410 3, FIPS 186-5",
                "La clé est sur la courbe nommée P-256 ou P-384 ; celle de la racine, sur P-384 ; celle d'une preuve, Ed25519.",
                "The key is on the named curve P-256 or P-384; the root's is on P-384; one of evidence is Ed25519.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        AlgorithmIdentifier key = certificate.getSubjectPublicKeyInfo().getAlgorithm();
        if (isOfEvidence(certificate)) {
            return key.getAlgorithm().equals(EdECObjectIdentifiers.id_Ed25519) && key.getParameters() == null;
        }
        boolean p384 = SECObjectIdentifiers.secp384r1.equals(key.getParameters());
        boolean p256 = SECObjectIdentifiers.secp256r1.equals(key.getParameters());
        return key.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                && (p384 || (p256 && CertificateKind.of(certificate) != CertificateKind.ROOT));
    }

    private static boolean isOfEvidence(X509CertificateHolder certificate) {
        return CertificateKind.of(certificate) == CertificateKind.LEAF
                && CertificateKind.roleOf(certificate)
                        .filter(Role.EVIDENCE::equals)
                        .isPresent();
    }
}
