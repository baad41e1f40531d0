package org.liptako.node.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process of an embedded PostgreSQL that a killed node has left behind.
 *
 * <p>A node that dies by {@code kill -9} cannot stop its server; the server would keep the data directory from the next start.
 */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Postmaster() {}

    /**
     * Stops the server that still runs on this data directory, if there is one; what it had committed stays.
     *
     * @throws IOException if it does not go away
     */
    static void stopLeftBehind(Path data) throws IOException {
        Optional<ProcessHandle> left = running(data);
        if (left.isEmpty()) {
            return;
        }
        ProcessHandle server = left.get();
        LOG.info("Stopping the PostgreSQL server {} that an earlier node left behind on {}.", server.pid(), data);
        // SIGTERM lets open sessions end; those of a dead node end by themselves. SIGKILL is safe for what was
        // committed.
        if (!(ends(server, server::destroy) || ends(server, server::destroyForcibly))) {
            throw new IOException("The PostgreSQL server " + server.pid() + " still runs on " + data
                    + " and does not stop; stop it and start the node again.");
        }
        Files.deleteIfExists(pidFile(data));
    }

    /** The server on this data directory; a process that merely got its old number is not taken for it. */
    static Optional<ProcessHandle> running(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(pidFile(data));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[1-9][0-9]{0,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().commandLine().orElse("").contains(data.toString()));
    }

    private static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    private static boolean ends(ProcessHandle process, Runnable signal) throws IOException {
        signal.run();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException("Cannot wait for the PostgreSQL server " + process.pid() + " to end.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the PostgreSQL server " + process.pid() + " was ending.", e);
        }
    }
}
