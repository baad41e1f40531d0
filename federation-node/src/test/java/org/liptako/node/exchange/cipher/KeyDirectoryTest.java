package org.liptako.node.exchange.cipher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.journal.event.DatasetId;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class KeyDirectoryTest {
    private static final DatasetId DATASET = new DatasetId("ML-DS-008");

    @TempDir
    private Path home;

    /** Another process of the State: it is at a key, writes it late, and only then lets go of the directory. */
    static final class Late {
        private Late() {}

        public static void main(String[] directory) throws IOException {
            KeyDirectory keys = new KeyDirectory(Path.of(directory[0]));
            keys.alone(() -> {
                System.out.println("alone");
                System.in.read();
                Files.writeString(keys.file(DATASET), "the key, under a token");
            });
        }
    }

    @Test
    void aKeyThatEndsWaitsForTheProcessThatIsAtItAndIsGone() throws Exception {
        KeyDirectory keys = new KeyDirectory(home);
        keys.create(DATASET, "the key");
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Late.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = other.inputReader(UTF_8)) {
            assertThat(said.readLine()).isEqualTo("alone");
            Thread ending = Thread.ofPlatform().start(() -> {
                try {
                    keys.end(DATASET);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(ending.join(Duration.ofMillis(500))).isFalse();
            other.getOutputStream().close();
            ending.join();
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(keys.has(DATASET)).isFalse();
        assertThat(keys.isMarked(DATASET)).isTrue();
    }

    @Test
    void aKeyThatHasEndedIsNotMadeAgain() throws IOException {
        KeyDirectory keys = new KeyDirectory(home);
        keys.end(DATASET);
        keys.create(DATASET, "another key");
        assertThat(keys.has(DATASET)).isFalse();
    }

    /** A link to itself stands for all that keeps a directory from being looked at: rights keep nothing from root. */
    @Test
    void aDirectoryThatCannotBeLookedAtIsNotOneWithoutKeysOrMarks() throws IOException {
        Path loop = home.resolve("loop");
        Files.createSymbolicLink(loop, loop);
        DatasetKeys keys = new DatasetKeys(loop);
        assertThatThrownBy(() -> keys.existing(DATASET)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> keys.check(DATASET)).isInstanceOf(UncheckedIOException.class);
    }
}
