package org.liptako.node.exchange.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Chunks that were written but not yet synced, and the files they went to. Not thread-safe. */
final class DirtyBatch {
    /** Half of what may be unsynced: one batch is synced while the other fills. */
    static final long FULL_BYTES = 16L << 20;

    /** Less is not worth a sync of its own while more is coming. */
    private static final long WORTH_BYTES = 8L << 20;

    private static final int FULL_FILES = 512;

    private final BitSet chunks = new BitSet();
    private final Set<Path> files = new HashSet<>();
    private long bytes;

    void add(int chunk, Path file, int length) {
        chunks.set(chunk);
        files.add(file);
        bytes += length;
    }

    boolean isFull() {
        return bytes >= FULL_BYTES || files.size() >= FULL_FILES;
    }

    boolean isWorthASync() {
        return bytes >= WORTH_BYTES || files.size() >= FULL_FILES;
    }

    boolean isEmpty() {
        return chunks.isEmpty();
    }

    BitSet chunks() {
        return chunks;
    }

    /** Returns once the disk has all that was written to these files. */
    void force() throws IOException {
        for (Path file : files) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(false);
            }
        }
    }
}
