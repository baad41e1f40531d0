package org.liptako.pki.issuing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.CryptoProvider;
import org.liptako.pki.encoding.DerDepth;
import org.liptako.pki.profile.KeyKind;

/**
 * A PKCS#10 request (RFC 2986) whose signature proves that the asker holds the key.
 *
 * <p>Nothing but the key is taken from it: names, purposes and life follow from the right under which it is granted,
 * so that no wording of a request widens a certificate. Immutable and thread-safe.
 *
 * @param key the key to be certified, on P-256 or P-384 by the curve's name, or Ed25519
 */
public record CertificateRequest(PublicKey key) {
    /** Our own requests have under 300 bytes. */
    public static final int MAX_BYTES = 4 * 1024;

    private static final Set<ASN1ObjectIdentifier> CURVES =
            Set.of(SECObjectIdentifiers.secp256r1, SECObjectIdentifiers.secp384r1);
    private static final Set<ASN1ObjectIdentifier> SIGNATURES = Set.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            EdECObjectIdentifiers.id_Ed25519);

    /**
     * Reads a request and checks its proof of possession.
     *
     * @throws IssuingException if it is too long, malformed, of another kind of key, or not signed by its own key
     */
    public static CertificateRequest parse(byte[] der) {
        if (der.length > MAX_BYTES) {
            throw new IssuingException(
                    "Une demande de certificat a au plus " + MAX_BYTES + " octets, et non " + der.length
                            + " : donnez la demande seule.",
                    "A certificate request has at most " + MAX_BYTES + " bytes, not " + der.length
                            + ": give the request alone.");
        }
        if (!DerDepth.isShallow(der)) {
            throw malformed(null);
        }
        try {
            JcaPKCS10CertificationRequest request =
                    new JcaPKCS10CertificationRequest(der).setProvider(CryptoProvider.BOUNCY_CASTLE);
            requireKind(request.getSubjectPublicKeyInfo());
            if (!SIGNATURES.contains(request.getSignatureAlgorithm().getAlgorithm())) {
                throw new IssuingException(
                        "Une demande de certificat est signée par ECDSA avec SHA-256 ou SHA-384, ou par Ed25519 : refaites-la ainsi.",
                        "A certificate request is signed by ECDSA with SHA-256 or SHA-384, or Ed25519: make it anew so.");
            }
            PublicKey key = request.getPublicKey();
            boolean proven = request.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(CryptoProvider.BOUNCY_CASTLE)
                    .build(key));
            if (!proven) {
                throw new IssuingException(
                        "La demande de certificat n'est pas signée par la clé qu'elle nomme : refaites-la avec cette clé.",
                        "The certificate request is not signed by the key that it names: make it anew with that key.");
            }
            WellKnownKeys.refuse(key);
            return new CertificateRequest(key);
        } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
            throw malformed(e);
        } catch (IssuingException e) {
            throw e;
        } catch (RuntimeException e) {
            // Bouncy Castle meets some malformed inputs with whatever exception comes first.
            throw malformed(e);
        }
    }

    /** A request for a key that the caller holds, without a name. */
    public static byte[] make(KeyPair key) {
        try {
            return new JcaPKCS10CertificationRequestBuilder(new X500Name(""), key.getPublic())
                    .build(SigningKeys.signer(key.getPrivate(), key.getPublic()))
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IssuingException(
                    "La demande de certificat n'a pu être signée avec sa propre clé : la clé et son jeton sont-ils là ?",
                    "The certificate request could not be signed with its own key: are the key and its token there?",
                    e);
        }
    }

    /** Whether a leaf that enrols by itself may have the key: such leaves are on P-256. */
    public boolean isForLeaf() {
        return SigningKeys.kindOf(key) == KeyKind.P256;
    }

    private static void requireKind(SubjectPublicKeyInfo key) {
        boolean named = key.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                && key.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve
                && CURVES.contains(curve);
        boolean edwards = key.getAlgorithm().getAlgorithm().equals(EdECObjectIdentifiers.id_Ed25519)
                && key.getAlgorithm().getParameters() == null;
        if (!named && !edwards) {
            throw new IssuingException(
                    "La clé de la demande de certificat n'est ni sur la courbe nommée P-256 ou P-384, ni Ed25519 : faites-en une qui l'est.",
                    "The certificate request's key is neither on the named curve P-256 or P-384 nor Ed25519: make one that is.");
        }
    }

    private static IssuingException malformed(@Nullable Exception cause) {
        return new IssuingException(
                "La demande de certificat n'est pas un document PKCS#10 : refaites-la.",
                "The certificate request is not a PKCS#10 document: make it anew.",
                cause);
    }
}
