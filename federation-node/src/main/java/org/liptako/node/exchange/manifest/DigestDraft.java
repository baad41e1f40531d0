package org.liptako.node.exchange.manifest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Digests of a version as they become known, in any order: a few in memory, many in a temporary file that no name leads to, so that
 * nothing is left of it whatever happens. Thread-safe.
 */
public final class DigestDraft implements Closeable {
    /** 4 MiB of digests: a version of 128 GiB. */
    private static final int MOST_IN_MEMORY = 1 << 17;

    private final int chunks;
    private final byte[] memory;
    private final @Nullable FileChannel file;

    /** @param chunks how many digests there will be */
    public DigestDraft(int chunks) throws IOException {
        this.chunks = chunks;
        boolean small = chunks <= MOST_IN_MEMORY;
        this.memory = new byte[small ? chunks * ChunkDigests.DIGEST_BYTES : 0];
        this.file = small ? null : DraftBytes.unnamed();
    }

    /** Puts the digests of consecutive chunks, one after the other. */
    public void put(int first, byte[] digests) throws IOException {
        long position = (long) first * ChunkDigests.DIGEST_BYTES;
        if (position + digests.length > (long) chunks * ChunkDigests.DIGEST_BYTES) {
            throw new IllegalArgumentException("There are " + chunks + " chunks, and no chunk " + first + ".");
        }
        FileChannel out = file;
        if (out == null) {
            System.arraycopy(digests, 0, memory, (int) position, digests.length);
            return;
        }
        for (ByteBuffer rest = ByteBuffer.wrap(digests); rest.hasRemaining(); ) {
            position += out.write(rest, position);
        }
    }

    /** The digests; all must have been put. */
    public ChunkDigests finish() throws IOException {
        return file == null ? new ChunkDigests(memory) : ChunkDigests.in(file);
    }

    /** Lets go of the file; digests that were finished stay. */
    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
