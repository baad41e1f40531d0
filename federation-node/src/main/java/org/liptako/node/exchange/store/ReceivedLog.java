package org.liptako.node.exchange.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.Set;
import org.liptako.node.exchange.manifest.ChunkLayout;

/**
 * Every chunk that came over the wire, in the order of arrival, four bytes each: so that what a kill made come twice is counted, and not
 * forgotten with the process. After a power cut the last few may be missing. Not thread-safe.
 */
public final class ReceivedLog implements Closeable {
    private final FileChannel file;
    private final ChunkLayout layout;
    private final BitSet seen = new BitSet();
    private long bytes;
    private long bytesTwice;
    private boolean grown;

    private ReceivedLog(FileChannel file, ChunkLayout layout) {
        this.file = file;
        this.layout = layout;
    }

    /** Opens the log, with what earlier attempts counted. */
    public static ReceivedLog open(Path path, ChunkLayout layout) throws IOException {
        FileChannel file = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                Durable.OWNER_FILE);
        ReceivedLog log = new ReceivedLog(file, layout);
        log.load();
        return log;
    }

    public void append(int chunk) throws IOException {
        ByteBuffer entry = ByteBuffer.allocate(Integer.BYTES).putInt(chunk).flip();
        grown = true;
        while (entry.hasRemaining()) {
            file.write(entry);
        }
        count(chunk);
    }

    /** Returns once the disk has all of it; asks the disk for nothing where nothing came since. */
    public void force() throws IOException {
        if (grown) {
            file.force(false);
            grown = false;
        }
    }

    /** The chunks that came, whether or not they were right. */
    public BitSet seen() {
        return (BitSet) seen.clone();
    }

    public long bytes() {
        return bytes;
    }

    public long bytesTwice() {
        return bytesTwice;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void load() throws IOException {
        ByteBuffer block = ByteBuffer.allocate(1 << 16);
        while (file.read(block) >= 0) {
            block.flip();
            while (block.remaining() >= Integer.BYTES) {
                int chunk = block.getInt();
                if (chunk >= 0 && chunk < layout.chunks()) {
                    count(chunk);
                }
            }
            block.compact();
        }
        // A torn last entry is written over.
        file.position(file.size() - file.size() % Integer.BYTES);
    }

    private void count(int chunk) {
        int length = layout.place(chunk).length();
        bytes += length;
        if (seen.get(chunk)) {
            bytesTwice += length;
        }
        seen.set(chunk);
    }
}
