package org.liptako.node.exchange.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import org.liptako.node.exchange.manifest.ChunkDigests;

/** Chunks that a replica lacks, found by digest; eight bytes of memory for each. Not thread-safe. */
final class MissingChunks {
    private final ChunkDigests digests;
    private final BitSet left;
    /** The beginning of a chunk's digest, then its number; in order. */
    private final long[] index;

    MissingChunks(ChunkDigests digests, BitSet missing) {
        this.digests = digests;
        this.left = (BitSet) missing.clone();
        this.index = missing.stream()
                .mapToLong(chunk -> prefix(digests.digest(chunk)) | chunk)
                .toArray();
        Arrays.sort(index);
    }

    boolean isEmpty() {
        return left.isEmpty();
    }

    /** Which of them have this digest. */
    int[] with(byte[] digest) {
        long prefix = prefix(digest);
        int found = Arrays.binarySearch(index, prefix);
        int from = found < 0 ? -found - 1 : found;
        return Arrays.stream(index, from, index.length)
                .takeWhile(entry -> (entry & ~0xffff_ffffL) == prefix)
                .mapToInt(entry -> (int) entry)
                .filter(chunk -> left.get(chunk) && digests.is(chunk, digest))
                .toArray();
    }

    void found(int chunk) {
        left.clear(chunk);
    }

    private static long prefix(byte[] digest) {
        return (long) ByteBuffer.wrap(digest).getInt() << Integer.SIZE;
    }
}
