package org.liptako.node.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @TempDir
    Path directory;

    @Test
    void aStartAtThePortOfAProgramThatAnswersNothingEnds() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(directory, mute.getLocalPort(), PATIENCE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(directory.toString());
        }
    }

    @Test
    void anotherServerAtThePortIsNotTakenForOurs() throws IOException {
        Path ours = directory.resolve("ours");
        Path theirs = directory.resolve("theirs");
        try (EmbeddedDatabase other = EmbeddedDatabase.start(theirs)) {
            int port = Integer.parseInt(other.url("postgres").replaceAll(".*:([0-9]+)/.*", "$1"));

            assertThatThrownBy(() -> EmbeddedDatabase.start(ours, port, PATIENCE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll(ours.toString(), theirs.toString());

            int answer = Jdbi.create(other.url("postgres"), "postgres", "")
                    .withHandle(handle ->
                            handle.createQuery("SELECT 1").mapTo(Integer.class).one());
            assertThat(answer).isEqualTo(1);
        }
    }
}
