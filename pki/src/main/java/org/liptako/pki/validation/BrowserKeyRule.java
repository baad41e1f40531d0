package org.liptako.pki.validation;

import java.io.IOException;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** An RSA modulus is of whole octets (CA/Browser baseline requirements 6.1.5), and the certificate of version 3 (7.1.1). */
final class BrowserKeyRule implements CertificateRule {
    private static final int X509_V3 = 3;

    @Override
    public void check(ParsedCertificate certificate) throws RejectedException {
        if (certificate.holder().getVersionNumber() != X509_V3) {
            throw new RejectedException(RejectionReason.MALFORMED, "not version 3");
        }
        SubjectPublicKeyInfo key = certificate.holder().getSubjectPublicKeyInfo();
        if (key.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption) && !isOfWholeOctets(key)) {
            throw new RejectedException(RejectionReason.ALGORITHM, "RSA modulus not of whole octets");
        }
    }

    private static boolean isOfWholeOctets(SubjectPublicKeyInfo key) throws RejectedException {
        try {
            return RSAPublicKey.getInstance(key.parsePublicKey()).getModulus().bitLength() % Byte.SIZE == 0;
        } catch (IOException e) {
            throw new RejectedException(RejectionReason.MALFORMED, "public key");
        }
    }
}
