package org.liptako.node.exchange.store.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The bytes of a part from its first chunk to its last, each chunk read when it is needed. Not thread-safe. */
final class PartStream extends InputStream {
    private final Part part;
    private final Chunks chunks;
    private int next;
    private @Nullable ByteBuffer current;

    PartStream(Part part, Chunks chunks) {
        this.part = part;
        this.chunks = chunks;
        this.next = part.first();
    }

    /** Where the chunks are. */
    @FunctionalInterface
    interface Chunks {
        ByteBuffer read(int chunk) throws IOException;
    }

    @Override
    public int read() throws IOException {
        ByteBuffer bytes = here();
        return bytes == null ? -1 : bytes.get() & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        ByteBuffer bytes = here();
        if (bytes == null) {
            return -1;
        }
        int count = Math.min(length, bytes.remaining());
        bytes.get(into, offset, count);
        return count;
    }

    private @Nullable ByteBuffer here() throws IOException {
        ByteBuffer bytes = current;
        while ((bytes == null || !bytes.hasRemaining()) && next < part.end()) {
            bytes = chunks.read(next++).duplicate();
            current = bytes;
        }
        return bytes != null && bytes.hasRemaining() ? bytes : null;
    }
}
