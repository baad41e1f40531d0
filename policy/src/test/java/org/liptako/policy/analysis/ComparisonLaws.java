package org.liptako.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;

/** What sampling finds, the comparison has found; {@code ComparisonMeasure} asks it of more. */
class ComparisonLaws {

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void missesNoDifferenceThatSamplingFinds(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        assertThat(new ComparisonSampling(seed).missed(1_000))
                .as(() -> "pair " + seed)
                .isEmpty();
    }
}
