package org.liptako.pki.evidence;

import java.nio.ByteBuffer;

/**
 * The head of a chain of commitments: {@code head(i) = SHA-256(0x02 || head(i-1) || uint64 i || commitment(i))}.
 *
 * <p>The first entry has index 0; the head before it is 32 zero bytes. The tag 0x02 keeps these hashes apart from the
 * leaves (0x00) and inner nodes (0x01) of {@link MerkleHash}. The index is written big-endian. Immutable.
 *
 * @param length how many entries the chain has; also the index of the next one
 * @param head the digest that stands for all of them, in order
 */
public record HashChain(long length, Digest head) {
    /** The chain without entries. */
    public static final HashChain EMPTY = new HashChain(0, Digest.of(new byte[Digest.LENGTH]));

    private static final byte[] TAG = {2};

    public HashChain {
        if (length < 0) {
            throw new IllegalArgumentException("A chain cannot have " + length + " entries.");
        }
    }

    /** The chain with one entry more. */
    public HashChain append(EntryCommitment commitment) {
        byte[] index = ByteBuffer.allocate(Long.BYTES).putLong(length).array();
        return new HashChain(
                length + 1,
                Digest.over(TAG, head.toBytes(), index, commitment.digest().toBytes()));
    }
}
