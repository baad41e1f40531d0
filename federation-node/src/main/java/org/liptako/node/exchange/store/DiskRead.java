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

    /** Of a file system that takes no such reading after all, or by other measures. */
    private static final String NOT_SO = "Invalid argument";

    private DiskRead() {}

    /** The whole chunk, in direct memory of the caller's or in other, from position to limit. */
    static ByteBuffer of(ChunkReader reader, int chunk, ByteBuffer memory) throws IOException {
        ChunkPlace place = reader.layout().place(chunk);
        Path file = place.file().path().below(reader.data());
        Optional<ByteBuffer> bytes = read(file, place.offset(), place.length(), memory);
        return bytes.isPresent() ? bytes.get() : reader.read(chunk, memory);
    }

    /** Reads the beginning of a file, which has one; only whether it can be read is asked. */
    static void beginning(Path file) throws IOException {
        ByteBuffer memory = ByteBuffer.allocateDirect(1);
        if (read(file, 0, 1, memory).isEmpty()) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
                channel.read(memory, 0);
            }
        }
    }

    /** Empty where it is to be read as always: whatever keeps a file from being opened otherwise too is then said there. */
    private static Optional<ByteBuffer> read(Path file, long offset, int length, ByteBuffer memory) throws IOException {
        if (DIRECT.isEmpty()) {
            return Optional.empty();
        }
        FileChannel channel;
        try {
            channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS, DIRECT.get()));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
        // From here on little is read as always: the system's memory may well have what the disk gives no more.
        try (channel) {
            int block = Math.toIntExact(Files.getFileStore(file).getBlockSize());
            return Optional.of(read(channel, block, new Stretch(file, offset, length), memory));
        } catch (IOException e) {
            if (NOT_SO.equals(e.getMessage())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private record Stretch(Path file, long offset, int length) {}

    /** Position, length and memory are multiples of a block's, as the kernel asks. */
    private static ByteBuffer read(FileChannel channel, int block, Stretch stretch, ByteBuffer memory)
            throws IOException {
        long from = stretch.offset() - stretch.offset() % block;
        int before = (int) (stretch.offset() - from);
        int needed = before + stretch.length();
        int length = Math.ceilDiv(needed, block) * block;
        ByteBuffer aligned = aligned(length, block, memory);
        while (aligned.position() < needed) {
            int start = aligned.position();
            channel.read(aligned, from + start);
            if (aligned.position() < needed) {
                if (from + aligned.position() >= channel.size()) {
                    throw new EOFException(stretch.file() + " is shorter than its manifest says.");
                }
                aligned.position(aligned.position() - aligned.position() % block);
                if (aligned.position() == start) {
                    throw new IOException(stretch.file() + " is given by less than a block.");
                }
            }
        }
        return aligned.limit(needed).position(before).slice();
    }

    private static ByteBuffer aligned(int length, int block, ByteBuffer memory) {
        ByteBuffer aligned = memory.isDirect()
                ? memory.clear().alignedSlice(block)
                : ByteBuffer.allocateDirect(0).alignedSlice(block);
        return aligned.capacity() < length
                ? ByteBuffer.allocateDirect(length + block).alignedSlice(block).limit(length)
                : aligned.limit(length);
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
