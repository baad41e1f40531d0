package org.liptako.node.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What this process takes of the machine, as Linux counts it.
 *
 * @param kibibytes of memory that is its own, the heap included; files that are mapped are not
 * @param threads of the system
 * @param descriptors open files and sockets
 */
record Footprint(long kibibytes, long threads, long descriptors) {
    private static final Footprint NOTHING = new Footprint(0, 0, 0);

    static Footprint now() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            String status = Files.readString(Path.of("/proc/self/status"));
            return new Footprint(number(status, "RssAnon:"), number(status, "Threads:"), open.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    private Footprint most(Footprint other) {
        return new Footprint(
                Math.max(kibibytes, other.kibibytes),
                Math.max(threads, other.threads),
                Math.max(descriptors, other.descriptors));
    }

    /** Looks ten times a second, and remembers the most of each. */
    static final class Watch implements AutoCloseable {
        private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        private volatile Footprint most = NOTHING;

        @SuppressWarnings("FutureReturnValueIgnored") // Looking throws nothing on a system that has what it looks at.
        Watch() {
            clockwork.scheduleAtFixedRate(this::look, 0, 100, TimeUnit.MILLISECONDS);
        }

        /** The most since it was last asked. */
        Footprint most() {
            look();
            Footprint seen = most;
            most = NOTHING;
            return seen;
        }

        private void look() {
            most = most.most(now());
        }

        @Override
        public void close() {
            clockwork.shutdownNow();
        }
    }
}
