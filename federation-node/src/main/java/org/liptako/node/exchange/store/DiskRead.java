package org.liptako.node.exchange.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liptako.node.exchange.manifest.ChunkPlace;

/**
 * Reads a chunk past the system's memory: what was written a moment ago would otherwise be read from there, whatever the disk has. Where the
 * platform or the file system does not offer that, it is read as always.
 */
final class DiskRead {
    /** By name, for the JDK promises it to nobody. */
    private static final Optional<OpenOption> DIRECT = direct();

    private DiskRead() {}

    /** The whole chunk, in direct memory of the caller's or in other, from position to limit. */
    static ByteBuffer of(ChunkReader reader, int chunk, ByteBuffer memory) throws IOException {
        if (DIRECT.isEmpty()) {
            return reader.read(chunk, memory);
        }
        ChunkPlace place = reader.layout().place(chunk);
        Path file = place.file().path().below(reader.data());
        FileChannel channel;
        try {
            channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS, DIRECT.get()));
        } catch (IOException | UnsupportedOperationException e) {
            // Whatever keeps it from being opened otherwise too is said there.
            return reader.read(chunk, memory);
        }
        // From here on nothing is read as always: the system's memory may well have what the disk gives no more.
        try (channel) {
            return read(channel, place, Math.toIntExact(Files.getFileStore(file).getBlockSize()), memory);
        }
    }

    /** Position, length and memory are multiples of a block's, as the kernel asks. */
    private static ByteBuffer read(FileChannel channel, ChunkPlace place, int block, ByteBuffer memory)
            throws IOException {
        long from = place.offset() - place.offset() % block;
        int before = (int) (place.offset() - from);
        int needed = before + place.length();
        int length = Math.ceilDiv(needed, block) * block;
        ByteBuffer aligned = memory.clear().alignedSlice(block);
        if (aligned.capacity() < length) {
            aligned = ByteBuffer.allocateDirect(length + block).alignedSlice(block);
        }
        aligned.limit(length);
        while (aligned.position() < needed) {
            int read = channel.read(aligned, from + aligned.position());
            if (read < 0 || (aligned.position() < needed && aligned.position() % block != 0)) {
                throw new EOFException(place.file().path() + " is shorter than its manifest says.");
            }
        }
        return aligned.limit(needed).position(before).slice();
    }

    private static Optional<OpenOption> direct() {
        try {
            return Stream.of(
                            Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants())
                    .filter(constant -> constant.toString().equals("DIRECT"))
                    .map(OpenOption.class::cast)
                    .findFirst();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
