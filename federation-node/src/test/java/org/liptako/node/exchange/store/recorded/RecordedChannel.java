package org.liptako.node.exchange.store.recorded;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import org.liptako.node.exchange.store.recorded.DiskCall.Forced;
import org.liptako.node.exchange.store.recorded.DiskCall.Wrote;

/** Has a real channel do everything, and records what it writes and syncs. */
final class RecordedChannel extends FileChannel {
    private final RecordedDisk disk;
    private final Path path;
    private final FileChannel real;

    RecordedChannel(RecordedDisk disk, Path path, FileChannel real) {
        this.disk = disk;
        this.path = path;
        this.real = real;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int number = disk.writing(path, real.position(), source);
        int written = real.write(source);
        disk.add(new Wrote(number));
        return written;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        int number = disk.writing(path, position, source);
        int written = real.write(source, position);
        disk.add(new Wrote(number));
        return written;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        long written = 0;
        for (int i = offset; i < offset + length; i++) {
            written += write(sources[i]);
        }
        return written;
    }

    @Override
    public void force(boolean metadata) throws IOException {
        int began = disk.next();
        real.force(metadata);
        disk.add(new Forced(path, began));
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return real.read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return real.read(targets, offset, length);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return real.read(target, position);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        real.truncate(size);
        return this;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new IllegalStateException("these writes would not be recorded");
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        mustOnlyRead(mode);
        return real.map(mode, position, size);
    }

    @Override
    public MemorySegment map(MapMode mode, long offset, long size, Arena arena) throws IOException {
        mustOnlyRead(mode);
        return real.map(mode, offset, size, arena);
    }

    private static void mustOnlyRead(MapMode mode) {
        if (!mode.equals(MapMode.READ_ONLY)) {
            throw new IllegalStateException("these writes would not be recorded");
        }
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
