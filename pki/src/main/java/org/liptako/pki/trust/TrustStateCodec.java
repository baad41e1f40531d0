package org.liptako.pki.trust;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.liptako.pki.encoding.DerDepth;
import org.liptako.pki.name.Zone;

/**
 * Trust states as DER (ITU-T X.690): one encoding for each, which any ASN.1 tool can show.
 *
 * <pre>
 * TrustState  ::= SEQUENCE { version INTEGER (1), edition Edition, roots SEQUENCE OF Certificate,
 *                            crossCertificates SEQUENCE OF Certificate, authorities SEQUENCE OF Authority,
 *                            leastNumbers SEQUENCE OF LeastNumber, rights SEQUENCE OF Right,
 *                            nodes SEQUENCE OF Node, keys SEQUENCE OF Key }
 * Edition     ::= SEQUENCE { number INTEGER, previous OCTET STRING (SIZE (0 | 32)),
 *                            issuedAt GeneralizedTime, nextUpdate GeneralizedTime }
 * Authority   ::= SEQUENCE { state PrintableString, certificate Certificate, revoked Revoked OPTIONAL }
 * Revoked     ::= SEQUENCE { reason INTEGER, since GeneralizedTime }
 * LeastNumber ::= SEQUENCE { authority OCTET STRING (SIZE (32)), number INTEGER }
 * Right       ::= SEQUENCE { act PrintableString, people INTEGER, states INTEGER }
 * Node        ::= SEQUENCE { name IA5String, host IA5String, port INTEGER }
 * Key         ::= SEQUENCE { name IA5String, certificate Certificate }
 * </pre>
 *
 * <p>Names are SPIFFE names of the zone. What is read is encoded again and must come out the same, byte for byte: what
 * people sign has one meaning and one digest. Immutable and thread-safe.
 */
public final class TrustStateCodec {
    /** A thousand nodes, a thousand keys, and the CAs of three States. */
    public static final int MAX_BYTES = 1024 * 1024;

    private final TrustStateWriter writer;
    private final TrustStateReader reader;

    public TrustStateCodec(Zone zone) {
        this.writer = new TrustStateWriter(zone);
        this.reader = new TrustStateReader(zone);
    }

    /**
     * The one encoding of a trust state.
     *
     * @throws IllegalArgumentException if it is larger than {@link #MAX_BYTES}
     */
    public byte[] encode(TrustState state) {
        try {
            byte[] encoded = writer.write(state).getEncoded(ASN1Encoding.DER);
            if (encoded.length > MAX_BYTES) {
                throw new IllegalArgumentException(
                        "The trust state has " + encoded.length + " bytes; at most " + MAX_BYTES + " are read.");
            }
            return encoded;
        } catch (IOException e) {
            throw new IllegalArgumentException("The trust state cannot be encoded.", e);
        }
    }

    /**
     * The trust state that these bytes are the encoding of.
     *
     * @throws MalformedTrustStateException if they are too many, or not exactly that
     */
    public TrustState decode(byte[] encoded) throws MalformedTrustStateException {
        if (encoded.length > MAX_BYTES) {
            throw new MalformedTrustStateException(encoded.length + " bytes, at most " + MAX_BYTES);
        }
        if (!DerDepth.isShallow(encoded)) {
            throw new MalformedTrustStateException("cut short, nested too deeply or not DER");
        }
        TrustState state;
        try {
            state = reader.read(ASN1Primitive.fromByteArray(encoded));
        } catch (IOException | RuntimeException e) {
            throw new MalformedTrustStateException("does not parse");
        }
        if (!Arrays.equals(encode(state), encoded)) {
            throw new MalformedTrustStateException("not the one encoding of what it says");
        }
        return state;
    }
}
