package org.liptako.policy.opa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    static final OwnOpa OPA = new OwnOpa();

    @Test
    void missesNothingThatSamplingFinds() throws IOException {
        List<String> missed = new ArrayList<>();
        long[] millis = new long[PAIRS];
        int different = 0;
        int examples = 0;
        for (int seed = 0; seed < PAIRS; seed++) {
            long start = System.nanoTime();
            ComparisonSampling one = new ComparisonSampling(seed);
            millis[seed] = (System.nanoTime() - start) / 1_000_000;
            different += one.differences().isEmpty() ? 0 : 1;
            examples += one.differences().size();
            ComparisonIT.confirm(one, OPA);
            int pair = seed;
            one.missed(SAMPLES).forEach(kind -> missed.add(pair + ": " + kind));
        }
        Arrays.sort(millis);
        Path page = Files.createDirectories(Path.of("target", "measures")).resolve("comparison.md");
        Files.writeString(
                page,
                String.format(
                        Locale.ROOT,
                        "%d pairs, %d with a difference, %d examples confirmed by both engines, %d differences missed of those that %,d documents a pair show; comparing took %d ms at the median, %d ms at most%n",
                        PAIRS,
                        different,
                        examples,
                        missed.size(),
                        SAMPLES,
                        millis[PAIRS / 2],
                        millis[PAIRS - 1]));

        assertThat(missed).isEmpty();
        assertThat(different).isBetween(PAIRS / 4, PAIRS - 1);
    }
}
