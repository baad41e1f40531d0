package org.liptako.node.exchange.publication;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.manifest.FileStamp;
import org.liptako.node.wire.Failure;

/**
 * Reads files chunk by chunk with as many threads as there are processors: while one waits for the disk the others digest. Each has one
 * chunk in memory. A file that is written to meanwhile ends the reading.
 */
final class TreeReader {
    private static final int READERS = Runtime.getRuntime().availableProcessors();

    private final Path directory;
    private final Stretches stretches;
    private final ChunkTaker taker;

    TreeReader(Path directory, Stretches stretches, ChunkTaker taker) {
        this.directory = directory;
        this.stretches = stretches;
        this.taker = taker;
    }

    /** Takes chunks, from several threads at a time. */
    @FunctionalInterface
    interface ChunkTaker {
        /**
         * Takes a chunk.
         *
         * @param bytes to be used before the call returns
         */
        void take(int chunk, ByteBuffer bytes) throws IOException;
    }

    /** @throws Failure MANIFEST_REFUSED if a file changes meanwhile */
    void read() throws IOException {
        Callable<@Nullable Void> reader = () -> {
            readStretches();
            return null;
        };
        try (ExecutorService readers = Executors.newFixedThreadPool(
                READERS, Thread.ofPlatform().name("publish-", 0).daemon().factory())) {
            List<Future<@Nullable Void>> ends = readers.invokeAll(Collections.nCopies(READERS, reader));
            for (Future<@Nullable Void> end : ends) {
                result(end);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The reading of " + directory + " was interrupted.", e);
        }
    }

    /** What a thread beside this one has made; what it threw is thrown here. */
    static <T extends @Nullable Object> T result(Future<T> beside) throws IOException {
        try {
            return beside.get();
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("A publication was interrupted.");
        }
    }

    private void readStretches() throws IOException {
        byte[] buffer = new byte[ChunkLayout.PLAIN_BYTES];
        try {
            for (Optional<Stretch> next = stretches.next(); next.isPresent(); next = stretches.next()) {
                read(next.get(), buffer);
            }
        } catch (IOException | RuntimeException e) {
            stretches.stop();
            throw e;
        }
    }

    private void read(Stretch stretch, byte[] buffer) throws IOException {
        Path path = stretch.file().path().below(directory);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            for (int i = 0; i < stretch.count(); i++) {
                long offset = stretch.offset() + (long) i * ChunkLayout.PLAIN_BYTES;
                int length =
                        (int) Math.min(ChunkLayout.PLAIN_BYTES, stretch.file().size() - offset);
                fill(channel, offset, ByteBuffer.wrap(buffer, 0, length));
                taker.take(stretch.first() + i, ByteBuffer.wrap(buffer, 0, length));
            }
        } catch (EOFException | NoSuchFileException e) {
            throw PublicationFailures.changed(stretch.file().path().value());
        }
        if (!FileStamp.of(path).equals(stretch.stamp())) {
            throw PublicationFailures.changed(stretch.file().path().value());
        }
    }

    private static void fill(FileChannel channel, long offset, ByteBuffer bytes) throws IOException {
        long position = offset;
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, position);
            if (read < 0) {
                throw new EOFException("The file is shorter than it was.");
            }
            position += read;
        }
    }

    private static RuntimeException failure(ExecutionException e) throws IOException {
        if (e.getCause() instanceof IOException disk) {
            throw disk;
        }
        return e.getCause() instanceof RuntimeException other ? other : new IllegalStateException(e);
    }
}
