package org.liptako.pki.validation;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The keys and signatures that a certificate may use: P-256, P-384, Ed25519, RSA of 3072 to 8192 bits, all with SHA-2.
 *
 * <p>Checked before any signature, since a stranger's key decides how long verifying takes. A curve is named, never
 * spelled out (RFC 5480 section 2.1.1): explicit parameters once let anyone choose a generator that fits a known key
 * (CVE-2020-0601).
 */
final class AllowedAlgorithms {
    private static final int MIN_RSA_BITS = 3072;
    private static final int MAX_RSA_BITS = 8192;
    private static final int MAX_EXPONENT_BITS = 32;

    private static final Set<ASN1ObjectIdentifier> CURVES =
            Set.of(SECObjectIdentifiers.secp256r1, SECObjectIdentifiers.secp384r1);

    /** RFC 5758 section 3.2 and RFC 8410 section 3: parameters absent. */
    private static final Set<ASN1ObjectIdentifier> SIGNATURES_WITHOUT_PARAMETERS = Set.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512,
            EdECObjectIdentifiers.id_Ed25519);

    /** RFC 4055 section 5: parameters NULL. */
    private static final Set<ASN1ObjectIdentifier> SIGNATURES_WITH_NULL = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption);

    private AllowedAlgorithms() {}

    static boolean admit(X509CertificateHolder certificate) {
        return admitsSignature(certificate.getSignatureAlgorithm()) && admitsKey(certificate.getSubjectPublicKeyInfo());
    }

    private static boolean admitsSignature(AlgorithmIdentifier signature) {
        ASN1Encodable parameters = signature.getParameters();
        return parameters == null
                ? SIGNATURES_WITHOUT_PARAMETERS.contains(signature.getAlgorithm())
                : SIGNATURES_WITH_NULL.contains(signature.getAlgorithm()) && DERNull.INSTANCE.equals(parameters);
    }

    private static boolean admitsKey(SubjectPublicKeyInfo key) {
        ASN1ObjectIdentifier algorithm = key.getAlgorithm().getAlgorithm();
        ASN1Encodable parameters = key.getAlgorithm().getParameters();
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return parameters instanceof ASN1ObjectIdentifier curve && CURVES.contains(curve);
        }
        if (algorithm.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return parameters == null;
        }
        return algorithm.equals(PKCSObjectIdentifiers.rsaEncryption) && admitsRsa(key);
    }

    private static boolean admitsRsa(SubjectPublicKeyInfo key) {
        RSAPublicKey rsa;
        try {
            rsa = RSAPublicKey.getInstance(key.parsePublicKey());
        } catch (IOException | RuntimeException e) {
            return false;
        }
        int bits = rsa.getModulus().bitLength();
        BigInteger exponent = rsa.getPublicExponent();
        return bits >= MIN_RSA_BITS
                && bits <= MAX_RSA_BITS
                && exponent.testBit(0)
                && exponent.bitLength() > 1
                && exponent.bitLength() <= MAX_EXPONENT_BITS;
    }
}
