package org.liptako.node.exchange.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.manifest.ChunkPlace;

/**
 * Reads the chunks of files that lie below a directory. Thread-safe.
 *
 * @param data the directory
 */
public record ChunkReader(Path data, ChunkLayout layout) {
    /** The whole chunk, from the buffer's start to its limit. */
    public ByteBuffer read(int chunk) throws IOException {
        return read(chunk, ByteBuffer.allocate(layout.place(chunk).length()));
    }

    /** The whole chunk in memory that holds it, from the start of that memory to its limit. */
    ByteBuffer read(int chunk, ByteBuffer memory) throws IOException {
        ChunkPlace place = layout.place(chunk);
        ByteBuffer bytes = memory.clear().limit(place.length());
        Path file = place.file().path().below(data);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, place.offset() + bytes.position()) < 0) {
                    throw new EOFException(place.file().path() + " is shorter than its manifest says.");
                }
            }
        }
        return bytes.flip();
    }
}
