package org.liptako.pki.evidence;

import java.security.MessageDigest;

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
        return node(Digest.sha256(), left, right);
    }

    /** As {@link #leaf(byte[])}; the digest is as new afterwards. */
    static Digest leaf(MessageDigest sha256, byte[] data) {
        sha256.update(LEAF);
        return Digest.of(sha256.digest(data));
    }

    /** As {@link #node(Digest, Digest)}; the digest is as new afterwards. */
    static Digest node(MessageDigest sha256, Digest left, Digest right) {
        sha256.update(NODE);
        sha256.update(left.toBytes());
        return Digest.of(sha256.digest(right.toBytes()));
    }
}
