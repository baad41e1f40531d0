package org.liptako.pki.trust;

import java.math.BigInteger;
import org.liptako.pki.evidence.Digest;

/**
 * The number below which a CA's revocation lists are too old to be believed.
 *
 * @param authority SHA-256 of the CA's public key (its SubjectPublicKeyInfo), since a key may have several certificates
 * @param number the CRL number (RFC 5280 section 5.2.3), at most 20 octets
 */
public record LeastListNumber(Digest authority, BigInteger number) {
    private static final int MOST_BITS = 159;

    public LeastListNumber {
        if (number.signum() < 0 || number.bitLength() > MOST_BITS) {
            throw new IllegalArgumentException(
                    "The number of a revocation list is not negative and has 20 octets or less.");
        }
    }
}
