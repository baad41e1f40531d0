package org.liptako.pki.trust;

import org.liptako.pki.evidence.Digest;

/**
 * A trust state that was accepted, with the bytes that peers ask for.
 *
 * @param state what it says
 * @param signed as it came
 */
public record HeldTrustState(TrustState state, SignedTrustState signed) {
    /** The digest of its content, which a successor names. */
    public Digest digest() {
        return signed.digest();
    }
}
