package org.liptako.node.exchange.manifest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** The stamps of files as they become known, one after the other; many of them not in Java's memory. Not thread-safe. */
final class StampDraft implements Closeable {
    private final DraftBytes rows = new DraftBytes();
    private final ByteBuffer row = ByteBuffer.allocate(StampTable.ROW_BYTES).order(StampTable.ORDER);

    void add(FileStamp stamp) throws IOException {
        row.clear().putLong(stamp.size()).putInt(stamp.mode()).putLong(stamp.inode());
        row.putLong(stamp.modified()).putLong(stamp.changed());
        rows.write(row.array());
    }

    List<FileStamp> finish() throws IOException {
        return new StampTable(rows.finish());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
