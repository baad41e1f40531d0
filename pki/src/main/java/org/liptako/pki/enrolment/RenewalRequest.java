package org.liptako.pki.enrolment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.liptako.pki.CryptoProvider;
import org.liptako.pki.encoding.DerDepth;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.CertificateRequest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.issuing.SigningKeys;

/**
 * A request for a fresh certificate, vouched for by the former key.
 *
 * <p>TLS cannot carry it: the former certificate may have expired. A copy of it gives a thief nothing, since the
 * certificate that comes of it is for the new key alone.
 */
public final class RenewalRequest {
    private static final byte[] CONTEXT = "liptako renewal 1\0".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_CERTIFICATE = 16 * 1024;
    private static final int MAX_PROOF = 256;

    private final byte[] former;
    private final byte[] request;
    private final byte[] proof;

    /**
     * A request as it came.
     *
     * @param former the former leaf, DER
     * @param request PKCS#10 of the new key, DER
     * @param proof ECDSA with SHA-256 by the former key over {@code "liptako renewal 1\0"} and the request's SHA-256
     */
    public RenewalRequest(byte[] former, byte[] request, byte[] proof) {
        this.former = former.clone();
        this.request = request.clone();
        this.proof = proof.clone();
    }

    /** What the holder of a certificate sends to have its new key certified. */
    public static RenewalRequest make(Credential former, KeyPair fresh) {
        byte[] request = CertificateRequest.make(fresh);
        try {
            X509Certificate leaf = former.certificate();
            ContentSigner signer = SigningKeys.signer(former.key(), leaf.getPublicKey());
            signer.getOutputStream().write(spoken(request));
            return new RenewalRequest(leaf.getEncoded(), request, signer.getSignature());
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IssuingException(
                    "Le renouvellement n'a pu être signé avec l'ancienne clé : est-elle celle de l'ancien certificat ?",
                    "The renewal could not be signed with the former key: is it that of the former certificate?",
                    e);
        }
    }

    public byte[] former() {
        return former.clone();
    }

    public byte[] request() {
        return request.clone();
    }

    public byte[] proof() {
        return proof.clone();
    }

    /** The former certificate; empty if it is none. */
    Optional<X509Certificate> formerLeaf() {
        if (former.length > MAX_CERTIFICATE || !DerDepth.isShallow(former)) {
            return Optional.empty();
        }
        try {
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509", CryptoProvider.BOUNCY_CASTLE)
                    .generateCertificate(new ByteArrayInputStream(former)));
        } catch (CertificateException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    /** Whether the key of that certificate vouches for the request. */
    boolean isVouchedForBy(X509Certificate leaf) {
        if (proof.length > MAX_PROOF) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSA", CryptoProvider.BOUNCY_CASTLE);
            verifier.initVerify(leaf.getPublicKey());
            verifier.update(spoken(request));
            return verifier.verify(proof);
        } catch (GeneralSecurityException | RuntimeException notItsSignature) {
            return false;
        }
    }

    private static byte[] spoken(byte[] request) {
        byte[] digest = Digest.over(request).toBytes();
        byte[] spoken = new byte[CONTEXT.length + digest.length];
        System.arraycopy(CONTEXT, 0, spoken, 0, CONTEXT.length);
        System.arraycopy(digest, 0, spoken, CONTEXT.length, digest.length);
        return spoken;
    }
}
