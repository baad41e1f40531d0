package org.liptako.node.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.liptako.node.config.DatabaseConfig;

/**
 * A migrated database of its own for one test, on one embedded PostgreSQL for all tests of this Java process. It lies in memory where the
 * machine has the room: a database is made, and synced, for each test, and no test of these is about the disk below it.
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    /** As many as a pool may have had. */
    private static final int LOST_CONNECTIONS = 64;

    private final String name;
    private final Database database;
    private final DatabaseConfig.Given config;

    private TestDatabase(String name, DatabaseConfig.Given config) throws IOException {
        this.name = name;
        this.config = config;
        this.database = Database.open(config);
    }

    /** A new and empty one. */
    public static TestDatabase fresh() {
        try {
            String name = "test_" + NUMBER.incrementAndGet();
            Server.execute("CREATE DATABASE " + name + " TEMPLATE migrated");
            return new TestDatabase(name, new DatabaseConfig.Given(Server.POSTGRES.url(name), "postgres", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it holds now in a database of its own, which grows apart from here on: a backup, restored beside it. */
    public TestDatabase copy() {
        String copy = "test_" + NUMBER.incrementAndGet();
        Server.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
        Server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
        Server.execute("CREATE DATABASE " + copy + " TEMPLATE " + name);
        Server.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
        for (int lost = 0; lost < LOST_CONNECTIONS; lost++) {
            findOut();
        }
        try {
            return new TestDatabase(copy, new DatabaseConfig.Given(Server.POSTGRES.url(copy), "postgres", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That a connection was ended is found out by whoever uses it next. */
    private void findOut() {
        try {
            database.jdbi().useHandle(handle -> handle.execute("SELECT 1"));
        } catch (JdbiException ended) {
            // The next one is another.
        }
    }

    public Jdbi jdbi() {
        return database.jdbi();
    }

    /** How a node would be told to use it. */
    public DatabaseConfig.Given config() {
        return config;
    }

    @Override
    public void close() {
        database.close();
        Server.drop(name);
    }

    /** Started with the first test that needs it, stopped with the Java process. */
    private static final class Server {
        private static final Path MEMORY = Path.of("/dev/shm");
        private static final long ROOM_BYTES = 4L << 30;
        private static final Path BELOW = isRoomy() ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
        static final EmbeddedDatabase POSTGRES = start();

        private static EmbeddedDatabase start() {
            try {
                Path directory = Files.createTempDirectory(BELOW, "liptako-test-postgres");
                EmbeddedDatabase server = EmbeddedDatabase.start(directory);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
                execute(server, "CREATE DATABASE migrated");
                Database.open(new DatabaseConfig.Given(server.url("migrated"), "postgres", ""))
                        .close();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static boolean isRoomy() {
            return Files.isWritable(MEMORY) && MEMORY.toFile().getUsableSpace() >= ROOM_BYTES;
        }

        /** Memory is given back at once; on a disk it would take longer than the test. */
        static void drop(String name) {
            if (BELOW.equals(MEMORY)) {
                execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            }
        }

        static void execute(String sql) {
            execute(POSTGRES, sql);
        }

        private static void execute(EmbeddedDatabase server, String sql) {
            try (Connection connection = DriverManager.getConnection(server.url("postgres"))) {
                connection.createStatement().execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void stop(EmbeddedDatabase server, Path directory) {
            try {
                server.close();
                try (Stream<Path> files = Files.walk(directory)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
