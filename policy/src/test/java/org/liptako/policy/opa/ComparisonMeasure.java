package org.liptako.policy.opa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.policy.analysis.ComparisonSampling;

/** 200 pairs of rule sets against 100,000 sampled documents each, every example put to both engines; into {@code target/measures/comparison.md}. */
@Tag("measure")
class ComparisonMeasure {
    private static final int PAIRS = 200;
    private static final int SAMPLES = 100_000;

    @RegisterExtension
    static final OwnOpa OPA = OwnOpa.patient();

    /** What became of one pair. */
    private record Outcome(long millis, int examples, List<String> missed) {}

    @Test
    void missesNothingThatSamplingFinds() throws IOException {
        List<Outcome> outcomes = IntStream.range(0, PAIRS)
                .parallel()
                .mapToObj(ComparisonMeasure::outcome)
                .toList();
        List<String> missed =
                outcomes.stream().flatMap(one -> one.missed().stream()).toList();
        long different = outcomes.stream().filter(one -> one.examples() > 0).count();
        long[] millis = outcomes.stream().mapToLong(Outcome::millis).sorted().toArray();
        Path page = Files.createDirectories(Path.of("target", "measures")).resolve("comparison.md");
        Files.writeString(
                page,
                String.format(
                        Locale.ROOT,
                        "%d pairs, %d with a difference, %d examples confirmed by both engines, %d differences missed of those that %,d documents a pair show; comparing took %d ms at the median, %d ms at most%n",
                        PAIRS,
                        different,
                        outcomes.stream().mapToInt(Outcome::examples).sum(),
                        missed.size(),
                        SAMPLES,
                        millis[PAIRS / 2],
                        millis[PAIRS - 1]));

        assertThat(missed).isEmpty();
        // Always the same pairs: edits without effect are among them.
        assertThat(different).isBetween(PAIRS / 4L, PAIRS - 1L);
    }

    private static Outcome outcome(int seed) {
        long start = System.nanoTime();
        ComparisonSampling one = new ComparisonSampling(seed);
        long millis = (System.nanoTime() - start) / 1_000_000;
        ComparisonIT.confirm(one, OPA);
        return new Outcome(
                millis,
                one.differences().size(),
                one.missed(SAMPLES).stream().map(kind -> seed + ": " + kind).toList());
    }
}
