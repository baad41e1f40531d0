package org.liptako.pki.evidence;

import java.util.List;

/**
 * Shows that a Merkle tree begins with an older one, of both of which only the roots are known: RFC 6962 section 2.1.2,
 * checked as in RFC 9162 section 2.1.4.2.
 *
 * @param oldSize how many leaves the older tree has
 * @param newSize how many the newer tree has, no fewer
 * @param path the hashes that both roots are made of; none if the older tree is empty or the same
 */
public record ConsistencyProof(long oldSize, long newSize, List<Digest> path) {
    /** No tree is higher. */
    public static final int MOST_HASHES = 63;

    /**
     * Checks the shape; {@link #proves} checks the rest.
     *
     * @throws IllegalArgumentException if the newer tree is smaller or the path longer than any
     */
    public ConsistencyProof {
        path = List.copyOf(path);
        if (oldSize < 0 || newSize < oldSize) {
            throw new IllegalArgumentException(
                    "A tree of " + newSize + " leaves cannot have grown from one of " + oldSize + ".");
        }
        if (path.size() > MOST_HASHES) {
            throw new IllegalArgumentException("A consistency proof has at most " + MOST_HASHES + " digests.");
        }
    }

    /** Whether the tree with the new root begins with the leaves of the tree with the old root. */
    public boolean proves(Digest oldRoot, Digest newRoot) {
        if (oldSize == 0) {
            return path.isEmpty() && oldRoot.equals(MerkleHash.empty()) && (newSize > 0 || newRoot.equals(oldRoot));
        }
        if (oldSize == newSize) {
            return path.isEmpty() && oldRoot.equals(newRoot);
        }
        return !path.isEmpty() && leadsTo(oldRoot, newRoot);
    }

    private boolean leadsTo(Digest oldRoot, Digest newRoot) {
        // A full older tree is itself the first hash of the way, and is not sent.
        boolean full = Long.bitCount(oldSize) == 1;
        int shift = Long.numberOfTrailingZeros(oldSize);
        long place = (oldSize - 1) >> shift;
        long last = (newSize - 1) >> shift;
        Digest oldHash = full ? oldRoot : path.getFirst();
        Digest newHash = oldHash;
        for (Digest hash : full ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                oldHash = MerkleHash.node(hash, oldHash);
                newHash = MerkleHash.node(hash, newHash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                newHash = MerkleHash.node(newHash, hash);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && oldHash.equals(oldRoot) && newHash.equals(newRoot);
    }
}
