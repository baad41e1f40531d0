package org.liptako.node.exchange.publication;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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

    /** What a read brings is still in the processor's near memory when it is copied into the chunk. */
    private static final int READ_BYTES = 1 << 17;

    private static final Set<OpenOption> NO_LINK = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path directory;
    private final Stretches stretches;
    private final Supplier<ChunkTaker> takers;

    /** @param takers gives each thread one of its own */
    TreeReader(Path directory, Stretches stretches, Supplier<ChunkTaker> takers) {
        this.directory = directory;
        this.stretches = stretches;
        this.takers = takers;
    }

    /** Something to do while files are read. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException;
    }

    /** Takes chunks, all from one thread. */
    @FunctionalInterface
    interface ChunkTaker {
        /**
         * Takes a chunk.
         *
         * @param bytes to be used before the call returns
         */
        void take(int chunk, ByteBuffer bytes) throws IOException;
    }

    /**
     * Reads everything, and does something else meanwhile, whose failure comes before one of the reading.
     *
     * @throws Failure MANIFEST_REFUSED if a file changes meanwhile
     */
    <T> T read(Work<T> beside) throws IOException {
        Callable<@Nullable Void> reader = () -> {
            readStretches();
            return null;
        };
        try (ExecutorService readers = Executors.newFixedThreadPool(
                READERS, Thread.ofPlatform().name("publish-", 0).daemon().factory())) {
            List<Future<@Nullable Void>> ends = IntStream.range(0, READERS)
                    .mapToObj(i -> readers.submit(reader))
                    .toList();
            try {
                T done = beside.done();
                for (Future<@Nullable Void> end : ends) {
                    result(end);
                }
                return done;
            } finally {
                stretches.stop();
            }
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
        ChunkTaker taker = takers.get();
        ByteBuffer chunk = ByteBuffer.allocate(ChunkLayout.PLAIN_BYTES);
        try {
            for (Optional<Stretch> next = stretches.next(); next.isPresent(); next = stretches.next()) {
                read(next.get(), chunk, taker);
            }
        } catch (IOException | RuntimeException e) {
            stretches.stop();
            throw e;
        }
    }

    private void read(Stretch stretch, ByteBuffer chunk, ChunkTaker taker) throws IOException {
        Path path = stretch.file().path().below(directory);
        try (FileChannel channel = FileChannel.open(path, NO_LINK)) {
            for (int i = 0; i < stretch.count(); i++) {
                long offset = stretch.offset() + (long) i * ChunkLayout.PLAIN_BYTES;
                int length =
                        (int) Math.min(ChunkLayout.PLAIN_BYTES, stretch.file().size() - offset);
                fill(channel, offset, chunk.clear(), length);
                taker.take(stretch.first() + i, chunk.flip());
            }
        } catch (EOFException | NoSuchFileException e) {
            throw PublicationFailures.changed(stretch.file().path().value());
        }
        if (!FileStamp.of(path).equals(stretch.stamp())) {
            throw PublicationFailures.changed(stretch.file().path().value());
        }
    }

    private static void fill(FileChannel channel, long offset, ByteBuffer chunk, int length) throws IOException {
        while (chunk.position() < length) {
            int position = chunk.position();
            chunk.limit(Math.min(length, position + READ_BYTES));
            if (channel.read(chunk, offset + position) < 0) {
                throw new EOFException("The file is shorter than it was.");
            }
        }
    }

    private static RuntimeException failure(ExecutionException e) throws IOException {
        if (e.getCause() instanceof IOException disk) {
            throw disk;
        }
        return e.getCause() instanceof RuntimeException other ? other : new IllegalStateException(e);
    }
}
