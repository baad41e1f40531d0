package org.liptako.pki.trust;

import java.math.BigInteger;
import java.util.Optional;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.revocation.RevocationList;

/**
 * A revocation list that was accepted.
 *
 * @param authority SHA-256 of the public key that signed it
 * @param number its number
 * @param list what it says
 * @param published as it came, for peers
 */
public record HeldList(Digest authority, BigInteger number, RevocationList list, PublishedList published) {
    /** The number of the complete list that this delta list adds to; empty for a complete list. */
    public Optional<BigInteger> base() {
        return list.base();
    }

    /** The name of the CA that signed it. */
    public String issuer() {
        return list.issuer().toString();
    }

    boolean isDelta() {
        return list.base().isPresent();
    }
}
