package org.liptako.node.exchange.store.s3;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;

/** Room for so many chunks and no more, used again and again. Not thread-safe. */
final class ChunkMemory {
    private final int chunkBytes;
    private final Deque<ByteBuffer> free = new ArrayDeque<>();
    private int unmade;

    ChunkMemory(int chunks, int chunkBytes) {
        this.unmade = chunks;
        this.chunkBytes = chunkBytes;
    }

    /** Room for one chunk; empty if all is in use. */
    Optional<ByteBuffer> take() {
        if (free.isEmpty() && unmade > 0) {
            unmade--;
            return Optional.of(ByteBuffer.allocate(chunkBytes));
        }
        return Optional.ofNullable(free.poll()).map(ByteBuffer::clear);
    }

    void giveBack(Collection<ByteBuffer> rooms) {
        free.addAll(rooms);
    }
}
