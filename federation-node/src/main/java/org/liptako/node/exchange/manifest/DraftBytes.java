package org.liptako.node.exchange.manifest;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are written one after the other, and afterwards read anywhere: a few in memory, many in a temporary file that no name leads to,
 * so that nothing is left of it whatever happens. Not thread-safe.
 */
public final class DraftBytes extends OutputStream {
    private static final int LEAST_IN_MEMORY = 1 << 13;
    private static final int MOST_IN_MEMORY = 1 << 20;

    private byte[] buffer = new byte[LEAST_IN_MEMORY];
    private int buffered;
    private long written;
    private @Nullable FileChannel file;

    /** How many bytes there are. */
    public long size() {
        return written + buffered;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            if (buffered == buffer.length) {
                makeRoom();
            }
            int some = Math.min(end - from, buffer.length - buffered);
            System.arraycopy(bytes, from, buffer, buffered, some);
            buffered += some;
            from += some;
        }
    }

    /** All bytes, to be read by anyone as long as they like; nothing more may be written. */
    public MemorySegment finish() throws IOException {
        if (file == null) {
            return MemorySegment.ofArray(Arrays.copyOf(buffer, buffered)).asReadOnly();
        }
        spill(file);
        return file.map(FileChannel.MapMode.READ_ONLY, 0, written, Arena.ofAuto());
    }

    /** Lets go of the file; bytes that were finished stay. */
    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    static FileChannel unnamed() throws IOException {
        Path path = Files.createTempFile("liptako-manifest-", ".draft");
        // Where a file may have no name, it loses it now; elsewhere when it is closed.
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private void makeRoom() throws IOException {
        if (buffer.length < MOST_IN_MEMORY) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            return;
        }
        FileChannel out = file;
        if (out == null) {
            out = unnamed();
            file = out;
        }
        spill(out);
    }

    private void spill(FileChannel out) throws IOException {
        for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, buffered); rest.hasRemaining(); ) {
            written += out.write(rest, written);
        }
        buffered = 0;
    }
}
