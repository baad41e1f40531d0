package org.liptako.node;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.DatabaseConfig;
import org.liptako.node.database.Database;

/** The database and the clock. */
@Factory
final class DatabaseFactory {
    @Singleton
    @Bean(preDestroy = "close")
    Database database(DatabaseConfig config) throws IOException {
        return Database.open(config);
    }

    @Singleton
    Jdbi jdbi(Database database) {
        return database.jdbi();
    }

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
