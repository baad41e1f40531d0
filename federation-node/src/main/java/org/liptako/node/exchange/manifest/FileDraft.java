package org.liptako.node.exchange.manifest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** The files of a list as they become known, one after the other; a million take no more of Java's memory than a few thousand. Not thread-safe. */
public final class FileDraft implements Closeable {
    static final ByteOrder ORDER = ByteOrder.BIG_ENDIAN;

    private final DraftBytes rows = new DraftBytes();
    private final ByteBuffer head = ByteBuffer.allocate(FileTable.HEAD_BYTES).order(ORDER);
    private long[] starts = new long[FileTable.STRIDE];
    private int count;

    /** Adds a file at the end. */
    public void add(ManifestFile file) throws IOException {
        if (count % FileTable.STRIDE == 0) {
            remember(count / FileTable.STRIDE);
        }
        byte[] path = file.path().encoded();
        head.clear().putShort((short) file.mode()).putLong(file.size()).putShort((short) path.length);
        rows.write(head.array());
        rows.write(path);
        count++;
    }

    /** How many there are. */
    public int size() {
        return count;
    }

    /** All of them; none may be added any more. */
    public List<ManifestFile> finish() throws IOException {
        return new FileTable(rows.finish(), starts, count);
    }

    /** Lets go of the file they lie in; a list that was finished stays. */
    @Override
    public void close() throws IOException {
        rows.close();
    }

    private void remember(int index) {
        if (index == starts.length) {
            starts = Arrays.copyOf(starts, 2 * index);
        }
        starts[index] = rows.size();
    }
}
