package org.liptako.pki.tlog;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.MerkleHash;

/** Up to 256 consecutive hashes of one level of the tree, 32 bytes each (C2SP tlog-tiles, "Merkle Tree"). Immutable. */
public final class Tile {
    /** Hashes in a full tile. */
    public static final int WIDTH = 256;

    /** Levels of the tree that a tile spans. */
    static final int HEIGHT = 8;

    private final byte[] bytes;

    private Tile(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The tile of these bytes.
     *
     * @throws MalformedLogException unless they are 1 to 256 hashes
     */
    public static Tile parse(byte[] bytes) {
        if (bytes.length == 0 || bytes.length % Digest.LENGTH != 0 || bytes.length > WIDTH * Digest.LENGTH) {
            throw new MalformedLogException(
                    "Une tuile est de 1 à 256 empreintes de 32 octets, et n'est pas longue de " + bytes.length + ".",
                    "A tile is 1 to 256 hashes of 32 bytes, and not " + bytes.length + " bytes long.");
        }
        return new Tile(bytes.clone());
    }

    /**
     * The tile with these hashes, in order.
     *
     * @throws MalformedLogException unless there are 1 to 256
     */
    public static Tile of(List<Digest> hashes) {
        ByteBuffer buffer = ByteBuffer.allocate(hashes.size() * Digest.LENGTH);
        hashes.forEach(hash -> buffer.put(hash.toBytes()));
        return parse(buffer.array());
    }

    public int width() {
        return bytes.length / Digest.LENGTH;
    }

    /** The hash at that place, from 0. */
    public Digest hash(int place) {
        return Digest.of(Arrays.copyOfRange(bytes, place * Digest.LENGTH, (place + 1) * Digest.LENGTH));
    }

    /** The root over {@code count} hashes, a power of two, from place {@code first} on. */
    Digest root(int first, int count) {
        if (count == 1) {
            return hash(first);
        }
        int half = count / 2;
        return MerkleHash.node(root(first, half), root(first + half, half));
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tile that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
