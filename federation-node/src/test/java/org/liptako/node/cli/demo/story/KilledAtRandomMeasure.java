package org.liptako.node.cli.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.Transfer;

/**
 * One copy during which receiver, source and both are killed 200 times at random moments, as {@link KilledInMidTransferIT} does three times.
 * Each kill is a line of {@code target/measures/kills.csv} as soon as it was made, with the seed of the run; a run that came to its end is a
 * row of {@code kills.md} beside it. Both are added to, so that a run that was cut short still counts for what it showed.
 *
 * <p>{@code -Dliptako.kills} is how often, {@code -Dliptako.kills.minutes} for how long at most (the copy is then brought to its end),
 * {@code -Dliptako.kills.mebibytes} the size of the copy, {@code -Dliptako.kills.seed} the seed of a run to repeat.
 */
@Tag("measure")
class KilledAtRandomMeasure {
    private static final int KILLS = Integer.getInteger("liptako.kills", 200);
    private static final int MINUTES = Integer.getInteger("liptako.kills.minutes", 90);
    private static final int MEBIBYTES = Integer.getInteger("liptako.kills.mebibytes", Math.max(160, 12 * KILLS));
    private static final long SEED = Long.getLong("liptako.kills.seed", System.nanoTime());
    private static final Path MEASURES = Path.of("target", "measures");

    /** With the nodes' logs: of a run that failed they are kept. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path temporary;

    @Test
    void theCopyIsWholeAfterAllOfThem() throws IOException {
        Files.createDirectories(MEASURES);
        try (TrialCapitals capitals = TrialCapitals.start(temporary.resolve("three"))) {
            CopyUnderFire copy = new CopyUnderFire(capitals, "kills", (long) MEBIBYTES << 20, Killings.SLOWEST);
            Killings killings = new Killings(capitals, copy, SEED);
            long begun = System.nanoTime();
            Transfer sealed = killings.perform(KILLS, Duration.ofMinutes(MINUTES), KilledAtRandomMeasure::write);
            write(killings, sealed, Duration.ofNanos(System.nanoTime() - begun));
            assertThat(killings.kills()).isEqualTo(KILLS);
        }
    }

    private static void write(Killings.Strike strike) {
        append(
                "kills.csv",
                "seed,kill,victims,MiB received,MiB twice,chunks claimed",
                String.format(
                        Locale.ROOT,
                        "%d,%d,%s,%d,%d,%d",
                        SEED,
                        strike.number(),
                        strike.victims().toString().replace(", ", "+"),
                        strike.received() >> 20,
                        strike.twice() >> 20,
                        strike.claimed()));
    }

    private static void write(Killings killings, Transfer sealed, Duration took) {
        append(
                "kills.md",
                "| kills | seed | MiB | min | attempts | MiB that arrived twice | MiB sent beyond the copy's |\n|---|---|---|---|---|---|---|",
                String.format(
                        Locale.ROOT,
                        "| %d | %d | %d | %d | %d | %d | %.0f |",
                        killings.kills(),
                        SEED,
                        sealed.getBytes() >> 20,
                        took.toMinutes(),
                        sealed.getAttempts(),
                        sealed.getBytesTwice() >> 20,
                        (killings.sent() - sealed.getBytes()) / (1 << 20)));
    }

    private static void append(String file, String head, String row) {
        Path path = MEASURES.resolve(file);
        try {
            String above = Files.exists(path) ? "" : head + "\n";
            Files.writeString(path, above + row + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
