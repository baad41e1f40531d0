package org.liptako.pki.evidence;

/**
 * What the public part of a journal entry holds in place of its payload: {@code SHA-256(salt || payload)}.
 *
 * <p>The salt has a fixed length, so the join is unambiguous. The commitment hides the payload from whoever lacks the
 * salt, and binds whoever published it to the one payload.
 */
public record EntryCommitment(Digest digest) {
    public static EntryCommitment to(Salt salt, byte[] payload) {
        return new EntryCommitment(Digest.over(salt.toBytes(), payload));
    }

    /** Whether this salt and this payload are those that were committed to. */
    public boolean isOpenedBy(Salt salt, byte[] payload) {
        return equals(to(salt, payload));
    }
}
