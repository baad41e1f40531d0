package org.liptako.node.exchange.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.manifest.ChunkPlace;
import org.liptako.node.exchange.manifest.Manifest;

/**
 * A replica that is being received into a directory.
 *
 * <p>Written chunks gather in a batch; it is synced by another thread while the next one fills, and only then claimed. A sync begins as soon
 * as the one before has ended and there is enough for it, so that neither the disk waits for the link nor the link for the disk. A writer
 * waits while both batches are full: so 32 MiB and the chunk in each writer's hand are all that a kill can lose.
 */
final class StagedDirectory implements StagedReplica {
    private final Manifest manifest;
    private final Path data;
    private final ChunkBitmap bitmap;
    private final ReceivedLog received;
    private final Syncer syncer;
    private DirtyBatch filling;
    private boolean syncing;
    private @Nullable IOException failed;

    StagedDirectory(Manifest manifest, Path data, ChunkBitmap bitmap, ReceivedLog received, Syncer syncer) {
        this.manifest = manifest;
        this.data = data;
        this.bitmap = bitmap;
        this.received = received;
        this.syncer = syncer;
        this.filling = syncer.batch();
    }

    @Override
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public BitSet missing() {
        return bitmap.missing();
    }

    @Override
    public int durable() {
        return bitmap.count();
    }

    @Override
    public synchronized ReceivedBytes received() {
        return new ReceivedBytes(received.bytes(), received.bytesTwice());
    }

    @Override
    public boolean write(int chunk, ByteBuffer bytes) throws IOException {
        ChunkPlace place = manifest.layout().place(chunk);
        synchronized (this) {
            received.append(chunk);
        }
        return put(chunk, place, bytes);
    }

    @Override
    public synchronized BitSet arrived() {
        BitSet arrived = received.seen();
        arrived.and(bitmap.missing());
        return arrived;
    }

    @Override
    public ByteBuffer inPlace(int chunk) throws IOException {
        return new ChunkReader(data, manifest.layout()).read(chunk);
    }

    @Override
    public boolean adopt(int chunk, ByteBuffer bytes) throws IOException {
        return put(chunk, manifest.layout().place(chunk), bytes);
    }

    private boolean put(int chunk, ChunkPlace place, ByteBuffer bytes) throws IOException {
        if (bytes.remaining() != place.length() || !manifest.digests().proves(chunk, bytes)) {
            return false;
        }
        DirtyBatch batch = enter();
        try {
            batch.write(chunk, place.file().path().below(data), place.offset(), bytes);
        } finally {
            leave(batch);
        }
        return true;
    }

    private synchronized DirtyBatch enter() throws IOException {
        await(() -> syncing && filling.isFull());
        filling.enter();
        return filling;
    }

    private synchronized void leave(DirtyBatch batch) {
        batch.leave();
        if (filling.isWorthASync()) {
            startSync();
        }
    }

    @Override
    public synchronized void sync() throws IOException {
        awaitSync();
        startSync();
        // Beside the other, for one commit of the file system's journal does for both.
        received.force();
        awaitSync();
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            awaitSync();
        } finally {
            try (syncer;
                    bitmap;
                    received) {
                filling.close();
                filling = syncer.batch();
            }
        }
    }

    /** Begins a sync of what is written, unless one runs: the end of that one begins the next. */
    private synchronized void startSync() {
        if (!syncing && failed == null && !filling.isEmpty()) {
            DirtyBatch full = filling;
            filling = syncer.batch();
            syncing = true;
            try {
                syncer.threads().execute(() -> claim(full));
            } catch (RuntimeException | Error e) {
                letGo(full, e);
                ended(new IOException("A sync to disk could not begin; what it was to cover is not claimed.", e));
            }
        }
    }

    private static void letGo(DirtyBatch batch, Throwable why) {
        try {
            batch.close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /** However it ends, whoever waits for it hears of it; well only if every step was taken. */
    private void claim(DirtyBatch batch) {
        @Nullable IOException thrown = new IOException("A sync to disk broke off; what it covered is not claimed.");
        try {
            bitmap.claim(syncer.force(batch));
            thrown = null;
        } catch (IOException | RuntimeException e) {
            thrown = new IOException("A sync to disk failed; what it covered is not claimed.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended(thrown);
        }
    }

    private synchronized void ended(@Nullable IOException thrown) {
        syncing = false;
        failed = thrown;
        if (filling.isWorthASync()) {
            startSync();
        }
        notifyAll();
    }

    private void awaitSync() throws IOException {
        await(() -> syncing);
    }

    /** Lets others in while it waits: how far the replica has come can be asked also while the disk takes its time. */
    private synchronized void await(BooleanSupplier busy) throws IOException {
        try {
            while (busy.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The wait for a sync was interrupted.");
        }
        mustNotHaveFailed();
    }

    /** A sync that failed stays failed: every later write meets it again. */
    private void mustNotHaveFailed() throws IOException {
        if (failed != null) {
            throw new IOException(failed.getMessage(), failed.getCause());
        }
    }
}
