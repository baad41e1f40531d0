package org.liptako.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** What sampling finds, the comparison has found; {@code ComparisonMeasure} asks it of more. */
class ComparisonLaws {

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    @StatisticsReport(onFailureOnly = true)
    void missesNoDifferenceThatSamplingFinds(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        ComparisonSampling sampling = new ComparisonSampling(seed);

        assertThat(sampling.missed(1_000)).as(() -> "pair " + seed).isEmpty();

        Statistics.collect(sampling.differences().isEmpty());
        Statistics.coverage(equal -> {
            equal.check(true).count(times -> times > 0);
            equal.check(false).count(times -> times > 0);
        });
    }
}
