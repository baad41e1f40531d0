package org.liptako.node.placement.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.journal.event.CopyJudged;

/** A reclassification that touches 50 copies among a million, from its entry to the last of 50 findings journaled: milliseconds into {@code target/measures/watch.md}. */
@Tag("measure")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class WatchMeasure {
    private static final int DATASETS = 20_000;
    private static final int SITES = 1_000;
    private static final int ROUNDS = 11;
    private static final double AT_MOST_MILLIS = 1_000;

    @Test
    void judgesFiftyCopiesAmongAMillionInUnderASecond() throws IOException {
        try (TrialWatch mali = new TrialWatch()) {
            ManyCopies copies = new ManyCopies(mali, DATASETS, SITES);
            copies.write();
            mali.look();
            double[] millis = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                int before = mali.judged();
                long begun = System.nanoTime();
                copies.reclassify(round * 1_000, "TOP_SECRET");
                mali.look();
                millis[round] = (System.nanoTime() - begun) / 1e6;
                assertThat(mali.judged() - before).isEqualTo(ManyCopies.OF_EACH);
            }
            assertThat(mali.journaled(CopyJudged.class)).hasSize(ROUNDS * ManyCopies.OF_EACH);
            Arrays.sort(millis);
            Files.write(
                    Files.createDirectories(Path.of("target", "measures")).resolve("watch.md"),
                    List.of(
                            "| copies | judged again | journaled | fastest (ms) | median | slowest |",
                            "|---|---|---|---|---|---|",
                            String.format(
                                    Locale.ROOT,
                                    "| %,d | %d | %d | %.0f | %.0f | %.0f |",
                                    DATASETS * ManyCopies.OF_EACH,
                                    ManyCopies.OF_EACH,
                                    ManyCopies.OF_EACH,
                                    millis[0],
                                    millis[ROUNDS / 2],
                                    millis[ROUNDS - 1])));
            assertThat(millis[ROUNDS / 2]).isLessThan(AT_MOST_MILLIS);
        }
    }
}
