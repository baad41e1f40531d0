package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Thousands of cases of each suite: wrong answers, and what an answer costs, into {@code target/measures/suites.md}.
 *
 * <p>{@code -Dsuites.cases=N} asks for another number of each.
 */
@Tag("measure")
class SuitesMeasure {
    private static final int CASES = Integer.getInteger("suites.cases", 4000);
    private static final long FIRST = Long.getLong("suites.first", 1_000_000);
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final double NANOS_PER_MILLI = 1e6;

    @Test
    void pathsAmongDeadEnds() throws IOException {
        measure("paths among dead ends", PathSuite.cases(FIRST, CASES));
    }

    @Test
    void namesBeneathConstraints() throws IOException {
        measure("names beneath constraints", NameSuite.cases(FIRST, CASES));
    }

    @Test
    void completeAndDeltaLists() throws IOException {
        measure("complete and delta lists", ListSuite.cases(FIRST, CASES));
    }

    private static void measure(String subject, Stream<SuiteCase> cases) throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Long> nanos = new ArrayList<>();
        long[] accepted = new long[1];
        cases.forEach(each -> {
            long start = CLOCK.getCurrentThreadCpuTime();
            boolean differs = each.isAnsweredWrongly();
            nanos.add(CLOCK.getCurrentThreadCpuTime() - start);
            accepted[0] += each.accepted() ? 1 : 0;
            if (differs) {
                wrong.add(each.toString());
            }
        });
        nanos.sort(null);
        String line = String.format(
                Locale.ROOT,
                "| %s | %d, %d of them to be accepted | %d | %.1f ms | %.1f ms |%n",
                subject,
                nanos.size(),
                accepted[0],
                wrong.size(),
                nanos.get(nanos.size() / 2) / NANOS_PER_MILLI,
                nanos.getLast() / NANOS_PER_MILLI);
        Path page = Files.createDirectories(Path.of("target", "measures")).resolve("suites.md");
        Files.writeString(page, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        assertThat(wrong).isEmpty();
        assertThat(nanos.getLast() / NANOS_PER_MILLI).isLessThan(250);
    }
}
