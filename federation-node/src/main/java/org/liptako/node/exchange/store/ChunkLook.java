package org.liptako.node.exchange.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What reading a chunk has shown. What is not right at first is read once more, from the disk, since memory and cables err too. That
 * something else keeps a chunk from being read is no look at it, but an {@link IOException}: the disk is asked again later.
 */
public sealed interface ChunkLook {
    /**
     * The chunk that the manifest names.
     *
     * @param bytes in the caller's memory, or in other
     */
    record Sound(ByteBuffer bytes) implements ChunkLook {}

    /**
     * It is gone, cut short, no longer given, or another.
     *
     * @param fault what the disk said; null if it gave other bytes
     */
    record Lost(@Nullable IOException fault) implements ChunkLook {}

    /** For whoever gives it away. */
    static ChunkLook at(HeldVersion held, int chunk, ByteBuffer memory) throws IOException {
        return twice(held, chunk, memory, () -> held.proved(chunk, memory));
    }

    /** As {@link #at}, whatever was proved before. */
    static ChunkLook anew(HeldVersion held, int chunk, ByteBuffer memory) throws IOException {
        return twice(held, chunk, memory, () -> held.provedAnew(chunk, memory));
    }

    /** As the disk has it. */
    static ChunkLook onDisk(HeldVersion held, int chunk, ByteBuffer memory) throws IOException {
        return twice(held, chunk, memory, () -> held.provedOnDisk(chunk, memory));
    }

    /** One reading of a chunk. */
    @FunctionalInterface
    interface Reading {
        /** The chunk; empty if the bytes are others. */
        Optional<ByteBuffer> read() throws IOException;
    }

    private static ChunkLook twice(HeldVersion held, int chunk, ByteBuffer memory, Reading first) throws IOException {
        return switch (once(held, first)) {
            case Sound sound -> sound;
            case Lost lost -> once(held, () -> held.provedOnDisk(chunk, memory));
        };
    }

    private static ChunkLook once(HeldVersion held, Reading reading) throws IOException {
        try {
            Optional<ByteBuffer> bytes = reading.read();
            return bytes.isPresent() ? new Sound(bytes.get()) : new Lost(null);
        } catch (IOException fault) {
            if (!held.isLoss(fault)) {
                throw fault;
            }
            return new Lost(fault);
        }
    }
}
