package org.liptako.node.exchange.publication;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.manifest.ChunkPlace;

/** Reads objects chunk by chunk, several at a time, each under the tag that it was listed with. */
final class ObjectReader {
    private static final int READERS = 4;

    private final BucketClient bucket;
    private final ObjectTree tree;
    private final ChunkLayout layout;
    private final Supplier<TreeReader.ChunkTaker> takers;
    private final AtomicInteger next = new AtomicInteger();

    /** @param takers gives each thread one of its own */
    ObjectReader(BucketClient bucket, ObjectTree tree, ChunkLayout layout, Supplier<TreeReader.ChunkTaker> takers) {
        this.bucket = bucket;
        this.tree = tree;
        this.layout = layout;
        this.takers = takers;
    }

    /** Reads them all; one that is not what was listed any more ends the reading. */
    void read() throws IOException {
        Callable<@Nullable Void> reader = () -> {
            readChunks();
            return null;
        };
        try (ExecutorService readers = Executors.newFixedThreadPool(
                READERS, Thread.ofPlatform().name("publish-", 0).daemon().factory())) {
            List<Future<@Nullable Void>> ends = readers.invokeAll(Collections.nCopies(READERS, reader));
            for (Future<@Nullable Void> end : ends) {
                end.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException refused) {
                throw refused;
            }
            throw e.getCause() instanceof RuntimeException other ? other : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The reading of " + bucket.name(tree.below()) + " was interrupted.", e);
        }
    }

    private void readChunks() throws IOException {
        TreeReader.ChunkTaker taker = takers.get();
        ByteBuffer bytes = ByteBuffer.allocate(ChunkLayout.PLAIN_BYTES);
        try {
            for (int chunk = next.getAndIncrement(); chunk < layout.chunks(); chunk = next.getAndIncrement()) {
                ChunkPlace place = layout.place(chunk);
                bytes.clear().limit(place.length());
                if (!bucket.read(tree.key(place.file()), place.offset(), bytes, tree.tag(place.file()))) {
                    throw PublicationFailures.changed(place.file().path().value());
                }
                taker.take(chunk, bytes.flip());
            }
        } catch (IOException | RuntimeException e) {
            next.set(layout.chunks());
            throw e;
        }
    }
}
