package org.liptako.node.exchange.store.recorded;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a record, in one order, of what is done to paths that it gave out; the real disk below does it. Of the native syncs of a whole disk it
 * knows nothing, so what is to be proved must stay below the number of files from which those are used. Thread-safe.
 */
public final class RecordedDisk {
    private final RecordedFileSystem fileSystem = new RecordedFileSystem(this);
    private final List<DiskCall> calls = new ArrayList<>();

    /** The same place, reached through this disk. */
    public Path of(Path real) {
        return fileSystem.recorded(real.toAbsolutePath());
    }

    /** All that was done so far. */
    public synchronized List<DiskCall> calls() {
        return List.copyOf(calls);
    }

    /** Puts a mark into the record. */
    public void say(String what) {
        add(new DiskCall.Said(what));
    }

    synchronized void add(DiskCall call) {
        calls.add(call);
    }

    /** Records that a write begins, and gives its number. */
    synchronized int writing(Path path, long offset, ByteBuffer source) {
        ByteBuffer bytes = ByteBuffer.allocate(source.remaining());
        calls.add(
                new DiskCall.Writing(path, offset, bytes.put(source.duplicate()).flip()));
        return calls.size() - 1;
    }

    /** The number that the next call will have. */
    synchronized int next() {
        return calls.size();
    }
}
