package org.liptako.node.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.DatabaseConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The node's connections to its PostgreSQL, migrated to this version and checked to keep what it acknowledges. */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int CONNECTIONS = 24;
    private static final int IDLE_CONNECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AutoCloseable server;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(AutoCloseable server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Starts the embedded server or connects to the given one, then migrates and checks it.
     *
     * @throws IOException if the embedded server does not start
     * @throws IllegalStateException if the server would lose what it has acknowledged
     */
    public static Database open(DatabaseConfig config) throws IOException {
        return switch (config) {
            case DatabaseConfig.Embedded embedded -> {
                EmbeddedDatabase server = EmbeddedDatabase.start(embedded.directory());
                yield connect(server, new DatabaseConfig.Given(server.url("postgres"), "postgres", ""));
            }
            case DatabaseConfig.Given given -> connect(() -> {}, given);
        };
    }

    private static Database connect(AutoCloseable server, DatabaseConfig.Given config) {
        HikariConfig hikari = new HikariConfig();
        hikari.setJdbcUrl(config.url());
        hikari.setUsername(config.username());
        hikari.setPassword(config.password());
        hikari.setPoolName("liptako");
        hikari.setMaximumPoolSize(CONNECTIONS);
        hikari.setMinimumIdle(IDLE_CONNECTIONS);
        hikari.setConnectionTimeout(PATIENCE.toMillis());
        // A peer that vanished must not hold a call for ever.
        hikari.addDataSourceProperty("socketTimeout", "60");
        hikari.addDataSourceProperty("ApplicationName", "liptako");
        Database database = new Database(server, new HikariDataSource(hikari));
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(database.pool)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            database.jdbi.useHandle(DurableSettings::check);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        pool.close();
        try {
            server.close();
        } catch (Exception e) {
            // What was committed is safe; the next start stops a server that is left behind.
            LOG.warn("The embedded PostgreSQL could not be stopped.", e);
        }
    }
}
