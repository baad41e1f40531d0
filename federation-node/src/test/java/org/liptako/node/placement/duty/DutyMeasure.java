package org.liptako.node.placement.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.placement.duty.DutyPage.Place;

/** How long a page of a hundred duties takes among a hundred thousand, from the first to the last, and what a discharge costs the next reader: {@code target/measures/duties.md}. */
@Tag("measure")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class DutyMeasure {
    /** Half of which were used: what the others would have owed for their copies has lapsed. */
    private static final int GRANTS = 42_000;

    private static final int AT_ONCE = 1_000;
    private static final int PAGE = 100;
    private static final int ROUNDS = 21;
    private static final double AT_MOST_MILLIS = 50;

    private final Clock clock = Clock.fixed(ManyDuties.FIRST.plus(Duration.ofDays(1_800)), ZoneOffset.UTC);

    @Test
    void ofAHundredDutiesAmongAHundredThousand() throws IOException {
        try (ManyDuties written = new ManyDuties(GRANTS)) {
            for (int from = 0; from < GRANTS; from += AT_ONCE) {
                written.write(from, from + AT_ONCE);
            }
            Duties duties = written.by(clock);
            double reckoned = millis(() -> duties.list(DutyFilter.ALL, DutyPage.first(1)));
            written.analyze();
            long all =
                    duties.counts().values().stream().mapToLong(Long::longValue).sum();

            double first = median(() -> duties.list(DutyFilter.ALL, DutyPage.first(PAGE)));
            Place middle = Place.of(walk(duties, (int) all / 2));
            double half = median(() -> duties.list(DutyFilter.ALL, new DutyPage(middle, PAGE)));
            int[] next = {1};
            double touched = median(() -> {
                written.discharge(next[0], clock.instant());
                next[0] += 3;
                duties.list(DutyFilter.ALL, DutyPage.first(PAGE));
            });
            double counted = median(duties::counts);

            Files.write(
                    Files.createDirectories(Path.of("target", "measures")).resolve("duties.md"),
                    List.of(
                            "| duties | all reckoned anew (ms) | first page (ms) | page in the middle (ms) | first page after a discharge, that included (ms) | counts (ms) |",
                            "|---|---|---|---|---|---|",
                            String.format(
                                    Locale.ROOT,
                                    "| %,d | %.0f | %.1f | %.1f | %.1f | %.1f |",
                                    all,
                                    reckoned,
                                    first,
                                    half,
                                    touched,
                                    counted)));
            assertThat(List.of(first, half, touched)).allMatch(millis -> millis < AT_MOST_MILLIS);
        }
    }

    /** The duty so far down the list. */
    private static Duty walk(Duties duties, int far) {
        List<Duty> page = duties.list(DutyFilter.ALL, DutyPage.first(10_000));
        for (int read = page.size(); read < far; read += page.size()) {
            page = duties.list(DutyFilter.ALL, new DutyPage(Place.of(page.getLast()), 10_000));
        }
        return page.getLast();
    }

    private static double median(Runnable work) {
        double[] millis = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            millis[round] = millis(work);
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }

    private static double millis(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e6;
    }
}
