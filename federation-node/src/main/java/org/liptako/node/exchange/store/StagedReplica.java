package org.liptako.node.exchange.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.manifest.ChunkPlace;
import org.liptako.node.exchange.manifest.Manifest;

/**
 * A replica that is being received. Chunks may come in any order and from several threads.
 *
 * <p>Written chunks gather in a batch; a full batch is synced by another thread while the next one fills, and only then claimed. A writer
 * waits while both are full: so two batches, 32 MiB, and the chunk in each writer's hand are all that a kill can lose.
 */
public final class StagedReplica implements Closeable {
    private final Manifest manifest;
    private final Path data;
    private final ChunkBitmap bitmap;
    private final ReceivedLog received;
    private final Executor syncer;
    private DirtyBatch filling = new DirtyBatch();
    private CompletableFuture<@Nullable Void> syncing = CompletableFuture.completedFuture(null);

    StagedReplica(Manifest manifest, Path data, ChunkBitmap bitmap, ReceivedLog received, Executor syncer) {
        this.manifest = manifest;
        this.data = data;
        this.bitmap = bitmap;
        this.received = received;
        this.syncer = syncer;
    }

    public Manifest manifest() {
        return manifest;
    }

    /** The chunks that are not yet proved and durable. */
    public BitSet missing() {
        return bitmap.missing();
    }

    /** How many chunks are proved and durable. */
    public int durable() {
        return bitmap.count();
    }

    /** What has come over the wire, before any kill too. */
    public synchronized ReceivedBytes received() {
        return new ReceivedBytes(received.bytes(), received.bytesTwice());
    }

    /**
     * Takes a chunk as it came: counts it, holds it against its digest, writes it.
     *
     * @return false if it is not the chunk that the manifest names; nothing is then written
     * @throws IOException if the disk does not take it, or a sync failed: the replica must then be closed
     */
    public boolean write(int chunk, ByteBuffer bytes) throws IOException {
        ChunkPlace place = manifest.layout().place(chunk);
        synchronized (this) {
            received.append(chunk);
        }
        return put(chunk, place, bytes);
    }

    /** The chunks that came over the wire before and are not claimed: a kill came before their sync, or they were wrong. */
    synchronized BitSet arrived() {
        BitSet arrived = received.seen();
        arrived.and(bitmap.missing());
        return arrived;
    }

    /** What lies in a chunk's place now. */
    ByteBuffer inPlace(int chunk) throws IOException {
        return new ChunkReader(data, manifest.layout()).read(chunk);
    }

    /** Takes a chunk that was at this site already: as {@link #write}, but it did not come over the wire. */
    boolean adopt(int chunk, ByteBuffer bytes) throws IOException {
        return put(chunk, manifest.layout().place(chunk), bytes);
    }

    private boolean put(int chunk, ChunkPlace place, ByteBuffer bytes) throws IOException {
        if (bytes.remaining() != place.length() || !manifest.digests().proves(chunk, bytes)) {
            return false;
        }
        Path file = place.file().path().below(data);
        write(file, place.offset(), bytes);
        synchronized (this) {
            filling.add(chunk, file, place.length());
            if (filling.isFull()) {
                startSync();
            }
        }
        return true;
    }

    /** Returns once all that was written is synced and claimed. */
    public synchronized void sync() throws IOException {
        startSync();
        awaitSync();
    }

    /** Lets go of the files; what was written since the last sync is not claimed. */
    @Override
    public synchronized void close() throws IOException {
        try {
            awaitSync();
        } finally {
            bitmap.close();
            received.close();
        }
    }

    private static void write(Path file, long offset, ByteBuffer bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            long position = offset;
            for (ByteBuffer rest = bytes.duplicate(); rest.hasRemaining(); ) {
                position += channel.write(rest, position);
            }
        }
    }

    private void startSync() throws IOException {
        awaitSync();
        if (filling.isEmpty()) {
            return;
        }
        DirtyBatch full = filling;
        filling = new DirtyBatch();
        syncing = CompletableFuture.runAsync(() -> claim(full), syncer);
    }

    private void claim(DirtyBatch batch) {
        try {
            batch.force();
            received.force();
            bitmap.claim(batch.chunks());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sync that failed stays failed: every later write meets it again. */
    private void awaitSync() throws IOException {
        try {
            syncing.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failed) {
                throw new IOException("A sync to disk failed; what it covered is not claimed.", failed.getCause());
            }
            throw e;
        }
    }
}
