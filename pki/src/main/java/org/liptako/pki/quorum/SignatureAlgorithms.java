package org.liptako.pki.quorum;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;
import org.liptako.pki.CryptoProvider;

/**
 * The algorithms that a signature may use: SHA-2 throughout, by ECDSA, Ed25519 or RSA (PKCS#1 v1.5).
 *
 * <p>The digest of the content and that of the signature are the same one, so that neither is the weaker.
 */
final class SignatureAlgorithms {
    private static final Set<ASN1ObjectIdentifier> DIGESTS =
            Set.of(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha384, NISTObjectIdentifiers.id_sha512);

    /** Each signature algorithm with its digest: RFC 5754, RFC 8419 section 3.1. */
    private static final Map<ASN1ObjectIdentifier, ASN1ObjectIdentifier> SIGNATURES = Map.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256, NISTObjectIdentifiers.id_sha256,
            X9ObjectIdentifiers.ecdsa_with_SHA384, NISTObjectIdentifiers.id_sha384,
            X9ObjectIdentifiers.ecdsa_with_SHA512, NISTObjectIdentifiers.id_sha512,
            EdECObjectIdentifiers.id_Ed25519, NISTObjectIdentifiers.id_sha512,
            PKCSObjectIdentifiers.sha256WithRSAEncryption, NISTObjectIdentifiers.id_sha256,
            PKCSObjectIdentifiers.sha384WithRSAEncryption, NISTObjectIdentifiers.id_sha384,
            PKCSObjectIdentifiers.sha512WithRSAEncryption, NISTObjectIdentifiers.id_sha512);

    private SignatureAlgorithms() {}

    static boolean admit(SignerInformation signer) {
        AlgorithmIdentifier digest = signer.getDigestAlgorithmID();
        AlgorithmIdentifier signature = signer.toASN1Structure().getDigestEncryptionAlgorithm();
        return isPlain(digest)
                && isPlain(signature)
                && DIGESTS.contains(digest.getAlgorithm())
                && fits(signature.getAlgorithm(), digest.getAlgorithm());
    }

    /** The digest of some bytes by one of these algorithms. */
    static byte[] digest(byte[] bytes, AlgorithmIdentifier algorithm) throws DiscountedException {
        try {
            if (DIGESTS.contains(algorithm.getAlgorithm())) {
                return MessageDigest.getInstance(algorithm.getAlgorithm().getId(), CryptoProvider.BOUNCY_CASTLE)
                        .digest(bytes);
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The cryptographic provider has lost SHA-2.", e);
        }
        throw new DiscountedException(SignatureFault.ALGORITHM, "digest " + algorithm.getAlgorithm());
    }

    private static boolean fits(ASN1ObjectIdentifier signature, ASN1ObjectIdentifier digest) {
        // RFC 3370 section 3.2: the bare RSA identifier takes its digest from the digest algorithm.
        return signature.equals(PKCSObjectIdentifiers.rsaEncryption) || digest.equals(SIGNATURES.get(signature));
    }

    private static boolean isPlain(AlgorithmIdentifier algorithm) {
        ASN1Encodable parameters = algorithm.getParameters();
        return parameters == null || DERNull.INSTANCE.equals(parameters);
    }
}
