package org.liptako.node.exchange.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chunks that were written but not yet synced, and the files they went to. The kernel tells of a write that failed behind one's back only
 * those who had the file, or its file system, open at the time: so a file stays open from its first write to its sync, and those beyond the
 * first few are closed at once only where the whole disk can be synced instead. Thread-safe.
 */
final class DirtyBatch implements Closeable {
    /** Half of what may be unsynced: one batch is synced while the other fills. */
    static final long FULL_BYTES = 16L << 20;

    /** Less is not worth a sync of its own while more is coming. */
    private static final long WORTH_BYTES = 8L << 20;

    /** Each is a file held open, and synced by itself. */
    private static final int MOST_OPEN = 128;

    /** Where the whole disk can be synced: about as many as take as long as that. */
    private static final int FEW_OPEN = 32;

    private static final int WORTH_WRITES = 2_048;

    private final Optional<DiskSync> disk;
    private final BitSet chunks = new BitSet();
    private final Map<Path, FileChannel> files = new HashMap<>();
    private long bytes;
    private int writers;
    private int passed;

    /** @param disk syncs all of it at once, where the system can */
    DirtyBatch(Optional<DiskSync> disk) {
        this.disk = disk;
    }

    /** A writer begins; the batch is not synced before it has left. */
    synchronized void enter() {
        writers++;
    }

    synchronized void leave() {
        writers--;
        notifyAll();
    }

    /** Writes a chunk to its place; the writer has entered. */
    void write(int chunk, Path path, long offset, ByteBuffer content) throws IOException {
        int length = content.remaining();
        FileChannel kept = kept(path);
        if (kept != null) {
            write(kept, offset, content);
        } else {
            try (FileChannel passing = open(path)) {
                write(passing, offset, content);
            }
        }
        add(chunk, length);
    }

    synchronized boolean isFull() {
        return bytes >= FULL_BYTES || passed >= 2 * WORTH_WRITES || hasManyOpen();
    }

    synchronized boolean isWorthASync() {
        return bytes >= WORTH_BYTES || passed >= WORTH_WRITES || hasManyOpen();
    }

    synchronized boolean isEmpty() {
        return chunks.isEmpty();
    }

    /** Returns the chunks once the disk has all that was written to these files; they are closed then. */
    BitSet force() throws IOException, InterruptedException {
        try (this) {
            awaitWriters();
            if (disk.isPresent() && passed > 0) {
                disk.get().force();
            } else {
                for (FileChannel file : files.values()) {
                    file.force(false);
                }
            }
            return chunks;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        IOException failed = null;
        for (FileChannel file : files.values()) {
            try {
                file.close();
            } catch (IOException e) {
                failed = e;
            }
        }
        files.clear();
        if (failed != null) {
            throw failed;
        }
    }

    /** The file, open until the sync; null if it is one too many, and the sync of the disk is to cover it. */
    private synchronized @Nullable FileChannel kept(Path path) throws IOException {
        FileChannel open = files.get(path);
        if (open == null && disk.isPresent() && files.size() >= FEW_OPEN) {
            // Counted before it is written: whatever becomes of the write, the disk is synced.
            passed++;
            return null;
        }
        if (open == null) {
            open = open(path);
            files.put(path, open);
        }
        return open;
    }

    private synchronized void add(int chunk, int length) {
        chunks.set(chunk);
        bytes += length;
    }

    private synchronized void awaitWriters() throws InterruptedException {
        while (writers > 0) {
            wait();
        }
    }

    private boolean hasManyOpen() {
        return files.size() >= MOST_OPEN;
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }

    private static void write(FileChannel file, long offset, ByteBuffer content) throws IOException {
        long position = offset;
        for (ByteBuffer rest = content.duplicate(); rest.hasRemaining(); ) {
            position += file.write(rest, position);
        }
    }
}
