package org.liptako.pki.algorithm;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/** The signature algorithms that anyone here verifies, and how Java calls them. */
enum SignatureAlgorithm {
    ECDSA_SHA256(X9ObjectIdentifiers.ecdsa_with_SHA256, "SHA256withECDSA", "EC", 0),
    ECDSA_SHA384(X9ObjectIdentifiers.ecdsa_with_SHA384, "SHA384withECDSA", "EC", 0),
    ECDSA_SHA512(X9ObjectIdentifiers.ecdsa_with_SHA512, "SHA512withECDSA", "EC", 0),
    ED25519(EdECObjectIdentifiers.id_Ed25519, "Ed25519", "Ed25519", 0),
    RSA_SHA256(PKCSObjectIdentifiers.sha256WithRSAEncryption, "SHA256withRSA", "RSA", 0),
    RSA_SHA384(PKCSObjectIdentifiers.sha384WithRSAEncryption, "SHA384withRSA", "RSA", 0),
    RSA_SHA512(PKCSObjectIdentifiers.sha512WithRSAEncryption, "SHA512withRSA", "RSA", 0),
    PSS_SHA256(NISTObjectIdentifiers.id_sha256, "SHA-256", "RSA", 32),
    PSS_SHA384(NISTObjectIdentifiers.id_sha384, "SHA-384", "RSA", 48),
    PSS_SHA512(NISTObjectIdentifiers.id_sha512, "SHA-512", "RSA", 64);

    private final String identifier;
    private final String javaName;
    private final String keyType;
    private final int saltOctets;

    /** Of PSS, {@code identifier} and {@code javaName} are its hash's; all others have no salt. */
    SignatureAlgorithm(ASN1ObjectIdentifier identifier, String javaName, String keyType, int saltOctets) {
        this.identifier = identifier.getId();
        this.javaName = javaName;
        this.keyType = keyType;
        this.saltOctets = saltOctets;
    }

    /** The algorithm that is named so, with the parameters that it must have. */
    static Optional<SignatureAlgorithm> of(AlgorithmIdentifier told) {
        for (SignatureAlgorithm algorithm : values()) {
            if (algorithm.isNamed(told)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    String javaName() {
        return javaName;
    }

    int saltOctets() {
        return saltOctets;
    }

    boolean isOfKeys(String type) {
        return keyType.equals(type);
    }

    boolean isPss() {
        return saltOctets > 0;
    }

    /** The federation's own certificates are never signed with PSS. */
    boolean isStrict() {
        return !isPss();
    }

    private boolean isNamed(AlgorithmIdentifier told) {
        @Nullable ASN1Encodable parameters = told.getParameters();
        if (isPss()) {
            return told.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS) && isPlain(parameters);
        }
        // RFC 4055 section 5: NULL for RSA; RFC 5758 section 3.2 and RFC 8410 section 3: absent for curves.
        boolean fits = keyType.equals("RSA") ? DERNull.INSTANCE.equals(parameters) : parameters == null;
        return told.getAlgorithm().getId().equals(identifier) && fits;
    }

    /** One hash throughout and a salt as long as it (RFC 8017 section 9.1): what everybody uses. */
    private boolean isPlain(@Nullable ASN1Encodable parameters) {
        if (parameters == null) {
            return false;
        }
        try {
            RSASSAPSSparams pss = RSASSAPSSparams.getInstance(parameters);
            AlgorithmIdentifier mask = pss.getMaskGenAlgorithm();
            return pss.getHashAlgorithm().getAlgorithm().getId().equals(identifier)
                    && mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)
                    && AlgorithmIdentifier.getInstance(mask.getParameters())
                            .getAlgorithm()
                            .getId()
                            .equals(identifier)
                    && pss.getSaltLength().intValueExact() == saltOctets
                    && pss.getTrailerField().intValueExact() == 1;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
