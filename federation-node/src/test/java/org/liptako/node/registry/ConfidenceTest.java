package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceTest {
    @ParameterizedTest
    @CsvSource({
        // chunks, lost, samples, and 1 - C(chunks - lost, samples) / C(chunks, samples) worked out apart
        "10, 1, 1, 0.1",
        "10, 1, 10, 1",
        "10, 3, 8, 1",
        "10, 3, 7, 0.991666667",
        "10, 2, 3, 0.533333333",
        "100, 1, 30, 0.3"
    })
    void itIsTheHypergeometricProbability(int chunks, int lost, int samples, double expected) {
        assertThat(Confidence.ofSeeing(lost, chunks, samples)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void ofABigVersionItIsWhatDrawingWithPuttingBackWouldGive() {
        int chunks = 1 << 24;
        assertThat(Confidence.ofSeeing(Confidence.onePercent(chunks), chunks, 300))
                .isCloseTo(1 - Math.pow(0.99, 300), within(1e-5));
        assertThat(Confidence.ofSeeing(1, chunks, 300)).isCloseTo(300.0 / chunks, within(1e-9));
    }

    @Test
    void whatIsAskedForWholeIsSeenForCertainAndNothingIsSeenWhereNothingIsLost() {
        assertThat(Confidence.ofSeeing(1, 7, 300)).isEqualTo(1);
        assertThat(Confidence.ofSeeing(0, 7, 300)).isZero();
        assertThat(Confidence.ofSeeing(1, 7, 0)).isZero();
    }

    @Test
    void onePercentIsNeverLessThanAChunkNorMoreThanAll() {
        assertThat(Confidence.onePercent(1)).isEqualTo(1);
        assertThat(Confidence.onePercent(100)).isEqualTo(1);
        assertThat(Confidence.onePercent(101)).isEqualTo(2);
        assertThat(Confidence.onePercent(0)).isZero();
    }
}
