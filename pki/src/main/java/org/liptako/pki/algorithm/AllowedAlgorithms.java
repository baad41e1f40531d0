package org.liptako.pki.algorithm;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.liptako.pki.encoding.DerDepth;

/**
 * The keys and signatures that may be used, all with SHA-2.
 *
 * <p>Checked before any signature, since a stranger's key decides how long verifying takes. A curve is named, never
 * spelled out (RFC 5480 section 2.1.1): explicit parameters once let anyone choose a generator that fits a known key
 * (CVE-2020-0601).
 */
public enum AllowedAlgorithms {
    /** The federation's own: P-256, P-384, Ed25519, RSA of 3072 to 8192 bits. */
    STRICT,
    /** What is still believed elsewhere: P-521, RSA of 2048 bits and PSS too. */
    COMMON;

    private static final int STRICT_RSA_BITS = 3072;
    private static final int COMMON_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;
    private static final int MAX_EXPONENT_BITS = 32;

    public boolean admitsSignature(AlgorithmIdentifier signature) {
        return SignatureAlgorithm.of(signature)
                .filter(known -> this == COMMON || known.isStrict())
                .isPresent();
    }

    public boolean admitsKey(SubjectPublicKeyInfo key) {
        ASN1ObjectIdentifier algorithm = key.getAlgorithm().getAlgorithm();
        ASN1Encodable parameters = key.getAlgorithm().getParameters();
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return parameters instanceof ASN1ObjectIdentifier curve && admitsCurve(curve);
        }
        if (algorithm.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return parameters == null;
        }
        return algorithm.equals(PKCSObjectIdentifiers.rsaEncryption) && admitsRsa(key);
    }

    private boolean admitsCurve(ASN1ObjectIdentifier curve) {
        return curve.equals(SECObjectIdentifiers.secp256r1)
                || curve.equals(SECObjectIdentifiers.secp384r1)
                || (this == COMMON && curve.equals(SECObjectIdentifiers.secp521r1));
    }

    private boolean admitsRsa(SubjectPublicKeyInfo key) {
        // The key is a string of bits to whoever parsed the certificate: what is in it could nest without end.
        if (!DerDepth.isShallow(key.getPublicKeyData().getOctets())) {
            return false;
        }
        RSAPublicKey rsa;
        try {
            rsa = RSAPublicKey.getInstance(key.parsePublicKey());
        } catch (IOException | RuntimeException e) {
            return false;
        }
        int bits = rsa.getModulus().bitLength();
        BigInteger exponent = rsa.getPublicExponent();
        return bits >= (this == STRICT ? STRICT_RSA_BITS : COMMON_RSA_BITS)
                && bits <= MAX_RSA_BITS
                && exponent.testBit(0)
                && exponent.bitLength() > 1
                && exponent.bitLength() <= MAX_EXPONENT_BITS;
    }
}
