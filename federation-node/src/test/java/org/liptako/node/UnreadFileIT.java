package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.database.TestDatabase;
import org.liptako.pki.name.Role;

/** Files of answers that are asked for and then not read. */
class UnreadFileIT {
    /** So many that no buffer on the way takes the file in. */
    private static final int DATASETS = 5_000;

    private static final String FILE = "/questions/abroad/export?state=ML&format=JSON_LINES";
    private static final String HEAVY = "/datasets/ML-DS-000011/hosts";
    private static final String END = "\r\n0\r\n\r\n";

    @TempDir
    private static Path directory;

    @Test
    void holdNoRoomOfTheReadersAfterAWhileAndAreReadOnWhereThereIsRoom() throws IOException {
        TestDatabase database = TestDatabase.fresh();
        try (ConsoleScene mali = ConsoleScene.over(directory, database, database.config())) {
            LadenRegistry.fill(database.jdbi(), 0, DATASETS);
            TrialBrowser regulator = mali.browser(Role.REGULATOR);
            try (Socket one = regulator.asks(FILE);
                    Socket other = regulator.asks(FILE)) {
                assertThat(begun(one)).startsWith("HTTP/1.1 200 ");
                assertThat(begun(other)).startsWith("HTTP/1.1 200 ");
                HttpResponse<String> refused = regulator.get(HEAVY);
                assertThat(refused.statusCode()).isEqualTo(429);

                await().pollInterval(Duration.ofSeconds(2))
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> regulator.get(HEAVY).statusCode() == 200);

                assertThat(new String(one.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .endsWith(END);
            }
        }
    }

    /** The first line of an answer, of which the rest stays where it is. */
    private static String begun(Socket line) throws IOException {
        return new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII), 16)
                .readLine();
    }
}
