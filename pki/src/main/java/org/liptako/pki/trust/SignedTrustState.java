package org.liptako.pki.trust;

import java.util.Arrays;
import org.liptako.pki.evidence.Digest;

/**
 * A trust state as it travels and lies on disk: its content and, apart from it, the signatures over it.
 *
 * <p>None of it is believed until {@link TrustHistory} has accepted it.
 */
public final class SignedTrustState {
    private final byte[] content;
    private final byte[] signatures;

    /**
     * The two parts, as they came.
     *
     * @param content the encoded {@link TrustState}
     * @param signatures CMS SignedData, detached, DER (RFC 5652)
     */
    public SignedTrustState(byte[] content, byte[] signatures) {
        this.content = content.clone();
        this.signatures = signatures.clone();
    }

    /** A copy of the encoded trust state. */
    public byte[] content() {
        return content.clone();
    }

    /** A copy of the signatures. */
    public byte[] signatures() {
        return signatures.clone();
    }

    int contentLength() {
        return content.length;
    }

    /** The digest of the content, which a successor names. The signatures are no part of it: more may be added. */
    public Digest digest() {
        return Digest.over(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedTrustState that
                && Arrays.equals(content, that.content)
                && Arrays.equals(signatures, that.signatures);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "SignedTrustState[" + digest() + "]";
    }
}
