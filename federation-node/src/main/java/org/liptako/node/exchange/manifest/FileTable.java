package org.liptako.node.exchange.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Files in rows of bytes, of which the system keeps in memory what is used: a file is made anew each time one is asked for. A row has the
 * mode, the size, and the length and bytes of the path. Immutable.
 */
final class FileTable extends AbstractList<ManifestFile> implements RandomAccess {
    /** Where every so manieth row begins is known; from there on rows are passed over. */
    static final int STRIDE = 16;

    static final int HEAD_BYTES = Short.BYTES + Long.BYTES + Short.BYTES;

    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(FileDraft.ORDER);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(FileDraft.ORDER);

    private final MemorySegment rows;
    private final long[] starts;
    private final int count;

    FileTable(MemorySegment rows, long[] starts, int count) {
        this.rows = rows;
        this.starts = starts;
        this.count = count;
    }

    @Override
    public ManifestFile get(int index) {
        Objects.checkIndex(index, count);
        long at = starts[index / STRIDE];
        for (int passed = index % STRIDE; passed > 0; passed--) {
            at = end(at);
        }
        return file(at);
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public Iterator<ManifestFile> iterator() {
        return new Iterator<>() {
            private int next;
            private long at;

            @Override
            public boolean hasNext() {
                return next < count;
            }

            @Override
            public ManifestFile next() {
                if (next >= count) {
                    throw new NoSuchElementException();
                }
                ManifestFile file = file(at);
                at = end(at);
                next++;
                return file;
            }
        };
    }

    private ManifestFile file(long at) {
        byte[] path = new byte[pathBytes(at)];
        MemorySegment.copy(rows, ValueLayout.JAVA_BYTE, at + HEAD_BYTES, path, 0, path.length);
        return new ManifestFile(
                new ManifestPath(new String(path, UTF_8)), rows.get(LONG, at + Short.BYTES), rows.get(SHORT, at));
    }

    private long end(long at) {
        return at + HEAD_BYTES + pathBytes(at);
    }

    private int pathBytes(long at) {
        return rows.get(SHORT, at + Short.BYTES + Long.BYTES);
    }
}
