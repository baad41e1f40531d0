package org.liptako.node.exchange.manifest;

import java.nio.ByteBuffer;

/**
 * Chunks of nothing but zeros, as the holes of sparse files are read: known by their digests, they need be neither sent nor written. Not
 * thread-safe.
 */
public final class ZeroChunks {
    private static final byte[] ZEROS = new byte[ChunkLayout.PLAIN_BYTES];
    private static final byte[] FULL = ChunkDigests.digest(ByteBuffer.wrap(ZEROS));

    private int length = ZEROS.length;
    private byte[] digest = FULL;

    /** Whether the chunk consists of zeros, by its digest; ciphertext never does. */
    public boolean contains(Manifest manifest, int chunk) {
        return !manifest.header().encrypted()
                && manifest.digests()
                        .is(chunk, digest(manifest.layout().place(chunk).length()));
    }

    /** The last digest is remembered: the ends of many files are of one length. */
    private byte[] digest(int zeros) {
        if (zeros == ZEROS.length) {
            return FULL;
        }
        if (zeros != length) {
            length = zeros;
            digest = ChunkDigests.digest(ByteBuffer.wrap(ZEROS, 0, zeros));
        }
        return digest;
    }
}
