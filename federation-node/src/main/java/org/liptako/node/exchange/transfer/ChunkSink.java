package org.liptako.node.exchange.transfer;

import java.io.IOException;
import org.liptako.node.exchange.stream.Chunk;

/** Takes chunks as they come, from several threads; the next one of a call comes when this one was taken. */
@FunctionalInterface
interface ChunkSink {
    /**
     * Takes a chunk.
     *
     * @throws IOException if the call is to end because the disk does not take the chunk
     */
    void take(Chunk chunk) throws IOException;
}
