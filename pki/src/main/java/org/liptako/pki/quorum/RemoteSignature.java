package org.liptako.pki.quorum;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.issuing.SigningKeys;
import org.liptako.pki.profile.KeyKind;

/**
 * A person's signature of a content whose key is elsewhere, such as in the person's browser: here is what it signs, there it is made, and here it becomes what
 * {@link QuorumSigner} makes of a key at hand. Nothing is verified here. Immutable.
 */
public final class RemoteSignature {
    private final byte[] content;
    private final List<X509Certificate> chain;
    private final Instant at;
    private final KeyKind kind;

    /**
     * A signature that is still to be made.
     *
     * @param chain the signer's, leaf first
     * @param at when, in whole seconds; the same for both steps
     * @throws QuorumException if the certificate's key is none of ours
     */
    public RemoteSignature(byte[] content, List<X509Certificate> chain, Instant at) {
        this.content = content.clone();
        this.chain = chain.stream()
                // A root is what the reader believes already, and must not take from a signer.
                .filter(one -> one.equals(chain.getFirst())
                        || !one.getSubjectX500Principal().equals(one.getIssuerX500Principal()))
                .toList();
        this.at = at;
        try {
            this.kind = SigningKeys.kindOf(chain.getFirst().getPublicKey());
        } catch (IssuingException stranger) {
            throw new QuorumException(stranger.french(), stranger.english(), stranger);
        }
    }

    /** On which curve the key must be. */
    public KeyKind kind() {
        return kind;
    }

    /** What the key signs: the attributes, DER, with the content's digest, the time and the signer's certificate in them (RFC 5652, section 5.4). */
    public byte[] toBeSigned() {
        Elsewhere none = new Elsewhere(kind, new byte[0]);
        QuorumSigner.sign(content, chain, none, at);
        return none.written.toByteArray();
    }

    /**
     * The signature file, with what the key made.
     *
     * @param signature of ECDSA: both numbers one after the other, as browsers write them (IEEE P1363); else as it is
     * @throws QuorumException if that is no signature of such a key
     */
    public byte[] with(byte[] signature) {
        byte[] whole = switch (kind) {
            case P256 -> sequence(signature, 32);
            case P384 -> sequence(signature, 48);
            case ED25519 -> requireSize(signature, 64);
        };
        return QuorumSigner.sign(content, chain, new Elsewhere(kind, whole), at);
    }

    private static byte[] sequence(byte[] signature, int half) {
        requireSize(signature, 2 * half);
        ASN1EncodableVector numbers = new ASN1EncodableVector();
        numbers.add(new ASN1Integer(new BigInteger(1, Arrays.copyOf(signature, half))));
        numbers.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(signature, half, 2 * half))));
        try {
            return new DERSequence(numbers).getEncoded(ASN1Encoding.DER);
        } catch (IOException impossible) {
            throw new IllegalStateException("Two numbers have an encoding.", impossible);
        }
    }

    private static byte[] requireSize(byte[] signature, int size) {
        if (signature.length != size) {
            throw new QuorumException(
                    "Une signature de cette clé a " + size + " octets, et non " + signature.length
                            + " : signez de nouveau.",
                    "A signature of this key has " + size + " bytes, not " + signature.length + ": sign again.",
                    null);
        }
        return signature;
    }

    /** Takes down what is to be signed, and gives what was signed elsewhere. */
    private static final class Elsewhere implements ContentSigner {
        private final KeyKind kind;
        private final byte[] signature;
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        Elsewhere(KeyKind kind, byte[] signature) {
            this.kind = kind;
            this.signature = signature;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new DefaultSignatureAlgorithmIdentifierFinder().find(kind.signatureAlgorithm());
        }

        @Override
        public OutputStream getOutputStream() {
            return written;
        }

        @Override
        public byte[] getSignature() {
            return signature.clone();
        }
    }
}
