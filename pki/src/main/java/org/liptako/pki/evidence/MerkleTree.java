package org.liptako.pki.evidence;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * A growing Merkle tree (RFC 6962 section 2.1) that keeps only the roots of its full subtrees.
 *
 * <p>Memory is one digest per bit of the size: at most 63, however long the stream of leaves. Not thread-safe.
 */
public final class MerkleTree {
    /** Roots of full subtrees, largest first; subtree {@code i} from the right matches the i-th set bit of the size. */
    private final ArrayList<Digest> peaks = new ArrayList<>();

    /** One for all: a tree over many small leaves would otherwise take as long for asking for it as for hashing. */
    private final MessageDigest sha256 = Digest.sha256();

    private long size;

    /** The root over all these leaf hashes. */
    public static Digest rootOf(Iterable<Digest> leafHashes) {
        MerkleTree tree = new MerkleTree();
        leafHashes.forEach(tree::append);
        return tree.root();
    }

    /** Adds a leaf by what it stands for. */
    public void appendLeaf(byte[] data) {
        append(MerkleHash.leaf(sha256, data));
    }

    /** Adds a leaf by its hash, see {@link MerkleHash#leaf}. */
    public void append(Digest leafHash) {
        Digest carried = leafHash;
        // As in adding one to a binary number: each trailing one-bit of the size is a subtree that becomes full.
        for (long bits = size; (bits & 1) == 1; bits >>>= 1) {
            carried = MerkleHash.node(sha256, peaks.removeLast(), carried);
        }
        peaks.add(carried);
        size++;
    }

    public long size() {
        return size;
    }

    /** The root over the leaves so far. */
    public Digest root() {
        if (peaks.isEmpty()) {
            return MerkleHash.empty();
        }
        Digest root = peaks.getLast();
        for (Digest peak : List.copyOf(peaks.subList(0, peaks.size() - 1)).reversed()) {
            root = MerkleHash.node(sha256, peak, root);
        }
        return root;
    }
}
