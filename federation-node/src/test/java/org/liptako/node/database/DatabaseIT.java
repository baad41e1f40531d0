package org.liptako.node.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.config.DatabaseConfig;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DatabaseIT {
    @TempDir
    Path directory;

    @Test
    void theEmbeddedServerSaysItselfThatItKeepsWhatItAcknowledges() throws IOException {
        try (Database database = Database.open(new DatabaseConfig.Embedded(directory))) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(text(database.jdbi(), "SHOW " + setting)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void refusesAServerThatWouldLoseWhatItAcknowledged() {
        try (TestDatabase database = TestDatabase.fresh()) {
            database.jdbi()
                    .useHandle(handle -> handle.execute("ALTER DATABASE "
                            + text(database.jdbi(), "SELECT current_database()") + " SET synchronous_commit = off"));

            assertThatThrownBy(() -> Database.open(database.config()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("synchronous_commit = off");
        }
    }

    @Test
    void stopsTheServerThatAKilledNodeLeftBehindAndKeepsWhatWasCommitted() throws Exception {
        DatabaseProcess node = DatabaseProcess.start(directory, "CREATE TABLE kept AS SELECT 7 AS value");
        long leftBehind = Postmaster.running(data()).orElseThrow().pid();
        node.kill();
        assertThat(Postmaster.running(data())).isPresent();

        try (Database next = Database.open(new DatabaseConfig.Embedded(directory))) {
            assertThat(kept(next.jdbi())).isEqualTo(7);
            assertThat(Postmaster.running(data()).orElseThrow().pid()).isNotEqualTo(leftBehind);
        }
    }

    @Test
    void startsAgainAfterTheServerItselfWasKilled() throws Exception {
        DatabaseProcess node = DatabaseProcess.start(directory, "CREATE TABLE kept AS SELECT 7 AS value");
        ProcessHandle server = Postmaster.running(data()).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(30, TimeUnit.SECONDS);
        node.kill();

        try (Database next = Database.open(new DatabaseConfig.Embedded(directory))) {
            assertThat(kept(next.jdbi())).isEqualTo(7);
        }
    }

    @Test
    void startsTheServerAgainThatDiedUnderARunningNode() throws Exception {
        try (Database database = Database.open(new DatabaseConfig.Embedded(directory))) {
            database.jdbi().useHandle(handle -> handle.execute("CREATE TABLE kept AS SELECT 7 AS value"));
            ProcessHandle server = Postmaster.running(data()).orElseThrow();

            server.destroyForcibly();
            server.onExit().get(30, TimeUnit.SECONDS);

            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> kept(database.jdbi()) == 7);
            assertThat(Postmaster.running(data()).orElseThrow().pid()).isNotEqualTo(server.pid());
        }
        assertThat(Postmaster.running(data())).isEmpty();
    }

    @Test
    void leavesTheServerOfARunningNodeAlone() throws IOException {
        try (Database running = Database.open(new DatabaseConfig.Embedded(directory))) {
            assertThatThrownBy(() -> Database.open(new DatabaseConfig.Embedded(directory)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("a node runs on");

            assertThat(text(running.jdbi(), "SELECT 1")).isEqualTo("1");
        }
    }

    private Path data() {
        return directory.toAbsolutePath().normalize().resolve("data");
    }

    private static int kept(Jdbi jdbi) {
        return Integer.parseInt(text(jdbi, "SELECT value FROM kept"));
    }

    private static String text(Jdbi jdbi, String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).one());
    }
}
