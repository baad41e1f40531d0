package org.liptako.node.exchange.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Chunks that were written but not yet synced, and the files they went to. A file stays open from its first write to its sync: the kernel
 * tells of a write that failed behind one's back only those who had the file open at the time. Thread-safe.
 */
final class DirtyBatch implements Closeable {
    /** Half of what may be unsynced: one batch is synced while the other fills. */
    static final long FULL_BYTES = 16L << 20;

    /** Less is not worth a sync of its own while more is coming. */
    private static final long WORTH_BYTES = 8L << 20;

    /** Each is a file held open. */
    private static final int FULL_FILES = 128;

    private final BitSet chunks = new BitSet();
    private final Map<Path, FileChannel> files = new HashMap<>();
    private long bytes;
    private int writers;

    /** A writer begins; the batch is not synced before it has left. */
    synchronized void enter() {
        writers++;
    }

    synchronized void leave() {
        writers--;
        notifyAll();
    }

    /** The file, open for writing. */
    synchronized FileChannel file(Path path) throws IOException {
        FileChannel open = files.get(path);
        if (open == null) {
            open = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            files.put(path, open);
        }
        return open;
    }

    /** The chunk is written. */
    synchronized void add(int chunk, int length) {
        chunks.set(chunk);
        bytes += length;
    }

    synchronized boolean isFull() {
        return bytes >= FULL_BYTES || files.size() >= FULL_FILES;
    }

    synchronized boolean isWorthASync() {
        return bytes >= WORTH_BYTES || files.size() >= FULL_FILES;
    }

    synchronized boolean isEmpty() {
        return chunks.isEmpty();
    }

    /** Returns the chunks once the disk has all that was written to these files; they are closed then. */
    BitSet force() throws IOException, InterruptedException {
        try (this) {
            awaitWriters();
            for (FileChannel file : files.values()) {
                file.force(false);
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

    private synchronized void awaitWriters() throws InterruptedException {
        while (writers > 0) {
            wait();
        }
    }
}
