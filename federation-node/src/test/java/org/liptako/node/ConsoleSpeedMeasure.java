package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.name.Role;

/**
 * How long the pages of a node take with 100,000 copies of 20,000 datasets in its registry, over TLS and compressed, one reader after the other, from the request
 * to the last byte: into {@code target/measures/pages.md}. {@code -Dliptako.console.datasets=N} takes fewer, {@code -Dliptako.console.times=N} asks more or less often.
 */
@Tag("measure")
class ConsoleSpeedMeasure {
    private static final int DATASETS = Integer.getInteger("liptako.console.datasets", 20_000);
    private static final int COPIES_OF_EACH = 5;
    private static final int TIMES = Integer.getInteger("liptako.console.times", 100);
    /** So often each page is asked for first, uncounted. */
    private static final int WARM_UP = 20;

    private static final Duration MOST = Duration.ofMillis(100);

    /** What {@link LadenPages#MAIN} has not, of pages that anybody of any role reads. */
    private static final List<String> MORE = List.of(
            "/datasets?q=recensement",
            "/datasets?q=pluviometrique",
            "/datasets?q=none-of-that-name",
            "/datasets?q=ML-DS-019",
            "/datasets?state=NE",
            "/datasets?state=BF&classification=SECRET",
            "/datasets?classification=PUBLIC",
            "/datasets?site=ML-BKO-1",
            "/datasets?site=BF-OUA-3&classification=SECRET",
            "/datasets?proof=NONE",
            "/datasets?proof=UNPROVED",
            "/datasets?finding=UNDECIDED",
            "/datasets?finding=FORBIDDEN&site=ML-BKO-1",
            "/datasets?after=NE-DS-015000",
            "/datasets/ML-DS-000011/hosts",
            "/datasets/ML-DS-000011?held=2026-03-03T00:00:00",
            "/copies?dataset=NE-DS-015009&site=ML-BKO-1&before=75000",
            "/questions/copies?dataset=ML-DS-000011",
            "/questions/rulings?dataset=ML-DS-000011",
            "/questions/refusals?since=2020-01-01&until=2020-01-02",
            "/questions/keys?state=ML",
            "/questions/foreign-operators?state=ML",
            "/rules/ML",
            "/place?target=BF-OUA-1",
            "/place?dataset=ML-DS-000011&operation=REPLICATE&target=BF-OUA-1&encrypted=true&return=true");

    @TempDir
    private static Path directory;

    private static LadenPages pages;

    @BeforeAll
    static void start() throws IOException {
        pages = new LadenPages(directory);
        LadenRegistry.fill(pages.jdbi(), 0, DATASETS, COPIES_OF_EACH);
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    private record Asked(Role reader, String path) {}

    private record Took(Asked asked, double p50, double p95, double slowest) {
        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | `%s` | %.1f | %.1f | %.1f |",
                    asked.reader().name().toLowerCase(Locale.ROOT),
                    asked.path(),
                    p50,
                    p95,
                    slowest);
        }
    }

    @Test
    void everyPageComesInATenthOfASecond() throws IOException {
        List<Took> all = new ArrayList<>();
        for (Asked asked : asked().toList()) {
            all.add(time(asked));
        }

        Files.write(
                Files.createDirectories(Path.of("target", "measures")).resolve("pages.md"),
                Stream.concat(
                                Stream.of(
                                        "| reader | page | p50 (ms) | p95 (ms) | slowest (ms) |",
                                        "|---|---|---|---|---|"),
                                all.stream().map(Took::row))
                        .toList());
        assertThat(all).allMatch(took -> took.p95() < MOST.toMillis());
    }

    /** Homes by role; what is the same for all as regulators read it, who are kept most from. */
    private static Stream<Asked> asked() {
        Stream<Asked> main = LadenPages.READERS.stream()
                .flatMap(role -> LadenPages.MAIN.stream().map(path -> new Asked(role, path)));
        return Stream.concat(main, MORE.stream().map(path -> new Asked(Role.REGULATOR, path)));
    }

    private static Took time(Asked asked) throws IOException {
        double[] millis = new double[TIMES];
        try (KeptLine line = pages.line(asked.reader())) {
            for (int time = -WARM_UP; time < TIMES; time++) {
                long begun = System.nanoTime();
                int status = line.get(asked.path()).status();
                if (time >= 0) {
                    millis[time] = (System.nanoTime() - begun) / 1e6;
                }
                assertThat(status).as(asked.toString()).isEqualTo(200);
            }
        }
        Arrays.sort(millis);
        return new Took(asked, millis[TIMES / 2], millis[TIMES * 95 / 100], millis[TIMES - 1]);
    }
}
