package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.liptako.policy.decision.Role;
import org.liptako.policy.rules.RuleSet;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What the embedded evaluator takes for the same documents as a State's rules grow from 100 to 10,000, by JMH, and what compiling and keeping them takes:
 * into {@code target/measures/index.md}.
 */
@Tag("measure")
class IndexMeasure {
    private static final double MOST_MICROS_P50 = 2;
    private static final double MOST_MICROS_P99 = 10;
    private static final double MOST_GROWTH = 2;
    private static final double BYTES_PER_MB = 1e6;

    /** What one size takes, in microseconds. */
    private record Row(int rules, double median, double p99) {
        static Row of(RunResult result) {
            var times = result.getPrimaryResult().getStatistics();
            return new Row(
                    Integer.parseInt(result.getParams().getParam("rules")),
                    times.getPercentile(50) / 1_000,
                    times.getPercentile(99) / 1_000);
        }
    }

    @Test
    void ofTheSameDocumentsAsTheRulesGrow() throws IOException, RunnerException {
        List<Row> rows = new Runner(new OptionsBuilder()
                        .include(JudgingBenchmark.class.getName())
                        .shouldFailOnError(true)
                        .build())
                .run().stream()
                        .map(Row::of)
                        .sorted(Comparator.comparingInt(Row::rules))
                        .toList();
        List<String> table = new ArrayList<>(List.of(
                "| rules a State | compiling (ms) | all of them, compiled and in text (MB) | candidates a State (mean) | p50 (µs) | p99 |",
                "|---|---|---|---|---|---|"));
        rows.forEach(row -> table.add(line(row)));
        Files.write(Files.createDirectories(Path.of("target", "measures")).resolve("index.md"), table);
        Row most = rows.getLast();
        assertThat(most.median())
                .isLessThan(MOST_MICROS_P50)
                .isLessThanOrEqualTo(MOST_GROWTH * rows.getFirst().median());
        assertThat(most.p99()).isLessThan(MOST_MICROS_P99);
    }

    private static String line(Row row) {
        long without = kept();
        RuleSet rules = ManyDecrees.rules(row.rules());
        long begun = System.nanoTime();
        CompiledEngine engine = new CompiledEngine(rules);
        long compiling = (System.nanoTime() - begun) / 1_000_000;
        long with = kept();
        double candidates = ManyDecrees.documents().stream()
                .mapToInt(facts -> engine.candidates(facts, Role.HOME))
                .average()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "| %,d | %,d | %.1f | %.1f | %.2f | %.2f |",
                row.rules(),
                compiling,
                (with - without) / BYTES_PER_MB,
                candidates,
                row.median(),
                row.p99());
    }

    /** Bytes of the heap that something still refers to. */
    private static long kept() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
