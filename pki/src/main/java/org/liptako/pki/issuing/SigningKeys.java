package org.liptako.pki.issuing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.liptako.pki.CryptoProvider;
import org.liptako.pki.profile.KeyKind;

/** How a key of the tree signs: the algorithm follows from the key. */
public final class SigningKeys {
    private SigningKeys() {}

    /** A signer of one document. */
    public static ContentSigner signer(PrivateKey key, PublicKey publicKey) throws OperatorCreationException {
        JcaContentSignerBuilder builder =
                new JcaContentSignerBuilder(kindOf(publicKey).signatureAlgorithm());
        return key instanceof TokenKey token
                ? builder.setProvider(token.provider()).build(token.handle())
                : builder.build(key);
    }

    /** A new key pair, in software. */
    static KeyPair generate(KeyKind kind, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind.algorithm());
            generator.initialize(parameters(kind), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IssuingException(
                    "Ce Java ne peut faire de clé sur " + kind.curve() + " : prenez celui que la documentation nomme.",
                    "This Java cannot make a key on " + kind.curve() + ": take the one that the documentation names.",
                    e);
        }
    }

    private static AlgorithmParameterSpec parameters(KeyKind kind) {
        return switch (kind) {
            case P256, P384 -> new ECGenParameterSpec(kind.curve());
            case ED25519 -> NamedParameterSpec.ED25519;
        };
    }

    /** The same public key, free of the token that made it. */
    static PublicKey portable(PublicKey key) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC", CryptoProvider.BOUNCY_CASTLE)
                .generatePublic(new X509EncodedKeySpec(key.getEncoded()));
    }

    /**
     * The kind of a key.
     *
     * @throws IssuingException if it is none of ours
     */
    public static KeyKind kindOf(PublicKey key) {
        if (!(key instanceof ECPublicKey ec)) {
            if (isEd25519(key)) {
                return KeyKind.ED25519;
            }
            throw new IssuingException(
                    "Les clés sont sur P-256, P-384 ou Ed25519, et non " + key.getAlgorithm()
                            + " : faites-en une autre.",
                    "Keys are on P-256, P-384 or Ed25519, not " + key.getAlgorithm() + ": make another.");
        }
        int bits = ec.getParams().getCurve().getField().getFieldSize();
        try {
            return KeyKind.ofFieldSize(bits);
        } catch (IllegalArgumentException e) {
            throw new IssuingException(
                    "Les clés sont sur P-256 ou P-384, et non sur une courbe de " + bits
                            + " bits : faites-en une autre.",
                    "Keys are on P-256 or P-384, not on a curve of " + bits + " bits: make another.",
                    e);
        }
    }

    /** By the key's own encoding: providers name the algorithm differently. */
    private static boolean isEd25519(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return encoded != null
                && SubjectPublicKeyInfo.getInstance(encoded)
                        .getAlgorithm()
                        .getAlgorithm()
                        .equals(EdECObjectIdentifiers.id_Ed25519);
    }
}
