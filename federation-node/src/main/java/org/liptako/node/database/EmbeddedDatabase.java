package org.liptako.node.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that the node starts and stops: for a demonstration, a trial on one machine, and tests.
 *
 * <p>The library is made for tests and starts the server with {@code fsync} and {@code synchronous_commit} off, under which acknowledged rows are lost with
 * the machine; both are switched on here, and {@link Database} refuses a server that says otherwise.
 *
 * <p>A server that dies while its node lives is started again, at the same address; it replays its log and has all that it committed.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final int ANY_PORT = 0;

    /** Between this server and this process lies no line that could be slow. */
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(10);

    private final DirectoryLock lock;
    private final Path data;
    private final int port;
    private final PostmasterWatch watch;
    private EmbeddedPostgres server;

    private EmbeddedDatabase(DirectoryLock lock, Path data, EmbeddedPostgres server) {
        this.lock = lock;
        this.data = data;
        this.server = server;
        this.port = server.getPort();
        this.watch = new PostmasterWatch(data, this::startAgain);
    }

    /**
     * Starts the server on this directory, which is created if it is not there; a server that a killed node left behind on it is stopped first.
     *
     * @throws IOException if the server cannot be started; the message says where and why
     */
    public static EmbeddedDatabase start(Path directory) throws IOException {
        return start(directory, ANY_PORT, START_PATIENCE);
    }

    static EmbeddedDatabase start(Path directory, int port, Duration patience) throws IOException {
        Path home = directory.toAbsolutePath().normalize();
        DirectoryLock lock = DirectoryLock.take(home);
        try {
            // Only with the lock in hand: a server that still runs now is nobody's.
            Path data = Files.createDirectories(home.resolve("data"));
            Postmaster.stopLeftBehind(data);
            EmbeddedDatabase started = new EmbeddedDatabase(lock, data, launch(data, port, patience));
            started.watch.start();
            return started;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres launch(Path data, int port, Duration patience) throws IOException {
        try {
            return launchOnce(data, port, patience);
        } catch (IOException e) {
            if (port != ANY_PORT && Postmaster.running(data).isEmpty()) {
                throw e;
            }
            // A server that a node was starting in the moment it was killed holds the directory only since we looked;
            // or another program took the port before the server did.
            LOG.info("Starting the PostgreSQL server on {} once more.", data, e);
            Postmaster.stopLeftBehind(data);
            return launchOnce(data, port, patience);
        }
    }

    private static EmbeddedPostgres launchOnce(Path data, int port, Duration patience) throws IOException {
        EmbeddedPostgres started = launchUnseen(data, port, patience);
        try {
            ServerIdentity.check(started.getPostgresDatabase(), data);
            return started;
        } catch (IOException e) {
            started.close();
            throw e;
        }
    }

    private static EmbeddedPostgres launchUnseen(Path data, int port, Duration patience) throws IOException {
        // Of no use beside our own lock, and one that a failed start left locked would keep this process out for good.
        Files.deleteIfExists(data.resolve("epg-lock"));
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                // The server's own, the same everywhere: the operator's locale may not be installed on this machine.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(binaries().toFile())
                .setPGStartupWait(patience)
                // Another program that took the port before the server did may accept, and answer nothing at all.
                .setConnectConfig("socketTimeout", String.valueOf(ANSWER_PATIENCE.toSeconds()))
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD);
        DurableSettings.REQUIRED.forEach(builder::setServerConfig);
        DurableSettings.CHOSEN.forEach(builder::setServerConfig);
        try {
            return builder.start();
        } catch (IOException | IllegalStateException e) {
            throw new IOException("The embedded PostgreSQL does not start in " + data + ": " + e.getMessage(), e);
        }
    }

    /** A JDBC URL of a database of this server; it stays the same when the server is started again. */
    public synchronized String url(String database) {
        return server.getJdbcUrl("postgres", database);
    }

    private synchronized void startAgain() throws IOException {
        server.close();
        server = launch(data, port, START_PATIENCE);
    }

    /** Stops the server; what was committed stays. */
    @Override
    public void close() throws IOException {
        watch.close();
        try (lock) {
            stop();
            // The library gives up after five seconds, which a busy machine exceeds.
            Postmaster.stopLeftBehind(data);
        }
    }

    private synchronized void stop() throws IOException {
        server.close();
    }

    /** Where the server's programs are unpacked once for all nodes of this user: not in a temporary directory, which is swept under a running node. */
    private static Path binaries() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("user.home"), ".cache", "liptako", "postgres"));
    }
}
