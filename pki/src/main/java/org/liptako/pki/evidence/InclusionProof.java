package org.liptako.pki.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows that one leaf is in a Merkle tree of which only the root is known: RFC 6962 section 2.1.1, checked as in RFC
 * 9162 section 2.1.3.2.
 *
 * @param index the leaf's place, from 0
 * @param treeSize how many leaves the tree has
 * @param path the siblings from the leaf up to the root
 */
public record InclusionProof(long index, long treeSize, List<Digest> path) {
    private static final int MAX_PATH = 63;

    /**
     * Checks the shape; {@link #proves} checks the rest.
     *
     * @throws IllegalArgumentException if the index lies outside the tree or the path is longer than any tree is high
     */
    public InclusionProof {
        path = List.copyOf(path);
        if (index < 0 || index >= treeSize) {
            throw new IllegalArgumentException("Leaf " + index + " does not lie in a tree of " + treeSize + " leaves.");
        }
        if (path.size() > MAX_PATH) {
            throw new IllegalArgumentException("An inclusion proof has at most " + MAX_PATH + " digests.");
        }
    }

    /** The proof for one of these leaf hashes, in time linear in their number. */
    public static InclusionProof of(List<Digest> leafHashes, int index) {
        List<Digest> path = new ArrayList<>();
        List<Digest> level = leafHashes;
        int place = index;
        while (level.size() > 1) {
            int sibling = place ^ 1;
            if (sibling < level.size()) {
                path.add(level.get(sibling));
            }
            level = levelAbove(level);
            place /= 2;
        }
        return new InclusionProof(index, leafHashes.size(), path);
    }

    /** A last leaf without sibling rises unchanged: that is how RFC 6962 splits at the largest power of two. */
    private static List<Digest> levelAbove(List<Digest> level) {
        List<Digest> above = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i + 1 < level.size(); i += 2) {
            above.add(MerkleHash.node(level.get(i), level.get(i + 1)));
        }
        if (level.size() % 2 == 1) {
            above.add(level.getLast());
        }
        return above;
    }

    /** Whether the leaf hash, at this proof's index, belongs to the tree with that root. */
    public boolean proves(Digest leafHash, Digest root) {
        long place = index;
        long last = treeSize - 1;
        Digest hash = leafHash;
        for (Digest sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = MerkleHash.node(sibling, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = MerkleHash.node(hash, sibling);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
