package org.liptako.pki.evidence;

/** The hashes of a Merkle tree after RFC 6962 section 2.1; the tags keep a leaf from passing for an inner node. */
public final class MerkleHash {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleHash() {}

    /** The root of the tree without leaves: the digest of nothing. */
    public static Digest empty() {
        return Digest.over();
    }

    /** {@code SHA-256(0x00 || data)}. */
    public static Digest leaf(byte[] data) {
        return Digest.over(LEAF, data);
    }

    /** {@code SHA-256(0x01 || left || right)}. */
    public static Digest node(Digest left, Digest right) {
        return Digest.over(NODE, left.toBytes(), right.toBytes());
    }
}
