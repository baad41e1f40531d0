package org.liptako.node.exchange.manifest;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** Stamps in rows of bytes, of which the system keeps in memory what is used: size, mode, inode, and both times. Immutable. */
public final class StampTable extends AbstractList<FileStamp> implements RandomAccess {
    static final ByteOrder ORDER = ByteOrder.BIG_ENDIAN;
    static final int ROW_BYTES = 4 * Long.BYTES + Integer.BYTES;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ORDER);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ORDER);

    private final MemorySegment rows;

    StampTable(MemorySegment rows) {
        this.rows = rows;
    }

    /**
     * The stamps in a file that is not written to any more.
     *
     * @throws IOException if the file has not so many
     */
    public static StampTable in(FileChannel file, long from, int count) throws IOException {
        long bytes = (long) count * ROW_BYTES;
        if (count < 0 || file.size() - from < bytes) {
            throw new IOException("There are fewer stamps than announced, which are " + count + ".");
        }
        return new StampTable(file.map(FileChannel.MapMode.READ_ONLY, from, bytes, Arena.ofAuto()));
    }

    @Override
    public FileStamp get(int index) {
        Objects.checkIndex(index, size());
        long at = (long) index * ROW_BYTES;
        long times = at + Long.BYTES + Integer.BYTES + Long.BYTES;
        return new FileStamp(
                rows.get(LONG, at),
                rows.get(INT, at + Long.BYTES),
                rows.get(LONG, at + Long.BYTES + Integer.BYTES),
                rows.get(LONG, times),
                rows.get(LONG, times + Long.BYTES));
    }

    @Override
    public int size() {
        return (int) (rows.byteSize() / ROW_BYTES);
    }
}
