package org.liptako.pki.tlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.liptako.pki.evidence.ConsistencyProof;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.InclusionProof;
import org.liptako.pki.evidence.MerkleHash;

/**
 * A Merkle tree of a fixed size (RFC 6962 section 2.1) whose hashes are read from tiles, each at most once.
 *
 * <p>A proof reads a number of tiles that grows with the logarithm of the size. What the tiles hold is believed: whoever
 * has them from a stranger compares {@link #root} with a signed checkpoint first. Not thread-safe.
 */
public final class TileTree {
    private final long size;
    private final TileReader reader;
    private final Map<TilePath.Hashes, Tile> read = new HashMap<>();

    /** The tree of the first {@code size} leaves. */
    public TileTree(long size, TileReader reader) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree cannot have " + size + " leaves.");
        }
        this.size = size;
        this.reader = reader;
    }

    public long size() {
        return size;
    }

    public Digest root() {
        return size == 0 ? MerkleHash.empty() : hash(0, size);
    }

    /**
     * The proof that a leaf is in this tree (RFC 6962 section 2.1.1).
     *
     * @throws IllegalArgumentException if the tree has no such leaf
     */
    public InclusionProof inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("Leaf " + index + " does not lie in a tree of " + size + " leaves.");
        }
        List<Digest> path = new ArrayList<>();
        long first = 0;
        long end = size;
        while (end - first > 1) {
            long split = split(first, end);
            if (index < split) {
                path.add(hash(split, end));
                end = split;
            } else {
                path.add(hash(first, split));
                first = split;
            }
        }
        return new InclusionProof(index, size, path.reversed());
    }

    /**
     * The proof that this tree begins with the tree of its first {@code oldSize} leaves (RFC 6962 section 2.1.2).
     *
     * @throws IllegalArgumentException if it has fewer
     */
    public ConsistencyProof consistency(long oldSize) {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves does not begin with " + oldSize + ".");
        }
        List<Digest> path = new ArrayList<>();
        if (oldSize > 0) {
            long first = 0;
            long end = size;
            boolean known =
                    true; // whether what lies below is the whole old tree, whose root the reader of the proof has
            while (end != oldSize) {
                long split = split(first, end);
                if (oldSize <= split) {
                    path.add(hash(split, end));
                    end = split;
                } else {
                    path.add(hash(first, split));
                    first = split;
                    known = false;
                }
            }
            if (!known) {
                path.add(hash(first, end));
            }
        }
        return new ConsistencyProof(oldSize, size, path.reversed());
    }

    /**
     * Whether the leaf that the tiles hold there lies in a tree of that root: the tiles of a stranger prove no more than that.
     *
     * @throws IllegalArgumentException if the tree has no such leaf
     */
    public boolean proves(long index, Digest root) {
        return inclusion(index).proves(leaf(index), root);
    }

    /**
     * The first leaf in which two trees of one size differ; empty if they do not. It reads a number of tiles of each that grows with the logarithm of the size.
     *
     * @throws IllegalArgumentException if they are not of one size
     */
    public OptionalLong firstDifference(TileTree other) {
        if (other.size != size) {
            throw new IllegalArgumentException("Trees of " + size + " and " + other.size + " leaves differ in size.");
        }
        if (root().equals(other.root())) {
            return OptionalLong.empty();
        }
        long first = 0;
        long end = size;
        while (end - first > 1) {
            long split = split(first, end);
            if (hash(first, split).equals(other.hash(first, split))) {
                first = split;
            } else {
                end = split;
            }
        }
        return OptionalLong.of(first);
    }

    private Digest leaf(long index) {
        return hash(index, index + 1);
    }

    /** The hash over the leaves from {@code first} to before {@code end}; {@code first} is where a subtree begins. */
    private Digest hash(long first, long end) {
        long leaves = end - first;
        if (Long.bitCount(leaves) == 1) {
            return full(first, Long.numberOfTrailingZeros(leaves));
        }
        long split = split(first, end);
        return MerkleHash.node(hash(first, split), hash(split, end));
    }

    /** The root of a full subtree, from the tile that has hashes nearest below it. */
    private Digest full(long first, int height) {
        int level = height / Tile.HEIGHT;
        long place = first >> (Tile.HEIGHT * level);
        TilePath.Hashes path =
                TilePath.Hashes.in(size, level, place / Tile.WIDTH).orElseThrow();
        Tile tile = read.computeIfAbsent(path, this::tile);
        return tile.root((int) (place % Tile.WIDTH), 1 << (height % Tile.HEIGHT));
    }

    private Tile tile(TilePath.Hashes path) {
        Tile tile = reader.read(path);
        if (tile.width() < path.width()) {
            throw new MalformedLogException(
                    "La tuile " + path.path() + " a la largeur " + tile.width() + ", et il faut " + path.width() + ".",
                    "The tile " + path.path() + " has width " + tile.width() + ", and " + path.width() + " is needed.");
        }
        return tile;
    }

    /** Where RFC 6962 parts a subtree: after the largest power of two leaves below their number. */
    private static long split(long first, long end) {
        return first + Long.highestOneBit(end - first - 1);
    }
}
