package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.placement.AcceptedGrant;

/**
 * What a copy takes over a bad link, from the accepted grant to the sealed replica, the handshakes included, in a process that has just
 * begun, then over new connections in one that has moved a copy before: a line for each in {@code target/measures/link.md}.
 *
 * <p>{@code -Dliptako.link.address} is an address of this machine that is reached over the link (an emulator between two devices, say);
 * {@code -Dliptako.link.mebibytes} the size of the file; {@code -Dliptako.link.congestion} the congestion control that the sender asks
 * for; {@code -Dliptako.link.name} what the line is called.
 */
@Tag("measure")
@EnabledIfSystemProperty(named = "liptako.link.address", matches = ".+")
class LinkMeasure {
    private static final int MEBIBYTES = Integer.getInteger("liptako.link.mebibytes", 100);
    private static final String NAME = System.getProperty("liptako.link.name", "link");

    private static final List<String> ROUNDS = List.of("fresh", "warm");

    @TempDir
    Path directory;

    @Test
    void ofOneLargeFile() throws IOException {
        Path publish = directory.resolve("publish");
        SampleTree.large(publish.resolve("files"), MEBIBYTES);
        try (TrialSource mali = new TrialSource(directory.resolve("ml"), publish, UnaryOperator.identity())) {
            for (String round : ROUNDS) {
                try (TrialReceiver burkina = TrialReceiver.of(directory.resolve(round), mali)) {
                    round(round, mali, burkina);
                }
            }
        }
    }

    private static void round(String round, TrialSource mali, TrialReceiver burkina) throws IOException {
        AcceptedGrant grant = TrialGrants.plain(mali.version());
        mali.hear(grant);
        long begun = System.nanoTime();
        burkina.accept(grant);
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(20))
                .until(() -> burkina.transfer(grant).state() == TransferState.SEALED);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Transfer sealed = burkina.transfer(grant);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> burkina.transfer(grant).confirmed());
        assertThat(SampleTree.contents(burkina.sealed(grant))).isEqualTo(SampleTree.contents(mali.origin));
        String line = String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.1f | %.1f | %d | %d |%n",
                NAME,
                round,
                MEBIBYTES,
                seconds,
                MEBIBYTES * 8.388608 / seconds,
                sealed.progress().received().twice() >> 20,
                sealed.attempts());
        Files.writeString(
                Files.createDirectories(Path.of("target", "measures")).resolve("link.md"),
                line,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
