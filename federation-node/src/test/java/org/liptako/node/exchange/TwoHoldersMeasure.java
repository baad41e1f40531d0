package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.pki.name.State;

/**
 * What two holders bring together, each over a line of 50 Mbit/s, TLS and all else on it included: from the accepted grant to the sealed
 * replica, handshakes too, into {@code target/measures/holders.md}. {@code HoldersIT} shows on every build that both give.
 *
 * <p>{@code -Dliptako.holders.mebibytes} is the size of the file.
 */
@Tag("measure")
class TwoHoldersMeasure {
    private static final int MEBIBYTES = Integer.getInteger("liptako.holders.mebibytes", 128);
    private static final int BYTES_A_SECOND = 50_000_000 / 8;
    private static final double LEAST_MEGABITS = 85;
    private static final double LEAST_PART = 0.4;

    @TempDir
    Path directory;

    @Test
    void twoAtFiftyMegabitsEachGiveEightyFive() throws IOException {
        try (TwoHolders both = TwoHolders.of(directory, MEBIBYTES, BYTES_A_SECOND)) {
            both.nigerHearsOfTheGrant();
            long begun = System.nanoTime();
            both.burkina.accept(both.grant);
            await().pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofMinutes(10))
                    .until(() -> both.transfer().state() == TransferState.SEALED);
            double seconds = (System.nanoTime() - begun) / 1e9;

            double megabits = MEBIBYTES * 8.388608 / seconds;
            double fromMali = part(both, State.ML);
            double fromNiger = part(both, State.NE);
            Files.write(
                    Files.createDirectories(Path.of("target", "measures")).resolve("holders.md"),
                    List.of(
                            "| MiB | seconds | Mbit/s | from Mali | from Niger |",
                            "|---|---|---|---|---|",
                            String.format(
                                    Locale.ROOT,
                                    "| %d | %.1f | %.1f | %.2f | %.2f |",
                                    MEBIBYTES,
                                    seconds,
                                    megabits,
                                    fromMali,
                                    fromNiger)));
            assertThat(SampleTree.contents(both.burkina.sealed(both.grant)))
                    .isEqualTo(SampleTree.contents(both.mali.origin));
            assertThat(megabits).isGreaterThanOrEqualTo(LEAST_MEGABITS);
            assertThat(fromMali).isGreaterThan(LEAST_PART);
            assertThat(fromNiger).isGreaterThan(LEAST_PART);
        }
    }

    private static double part(TwoHolders both, State state) {
        return both.share(state).bytes() / (MEBIBYTES * 1_048_576.0);
    }
}
