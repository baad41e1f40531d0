package org.liptako.node.exchange.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedPathsTest {
    private static final int PATHS = 20_000;

    @Test
    void marksTellTwentyThousandPathsApartAndKnowEachAgain() {
        FoldedPaths marks = new FoldedPaths.Marks(PATHS);
        for (int i = 0; i < PATHS; i++) {
            assertThat(marks.add("d/" + i, "D/" + i)).isEmpty();
        }
        for (int i = 0; i < PATHS; i++) {
            assertThat(marks.has("d/" + i)).isTrue();
            assertThat(marks.has("e/" + i)).isFalse();
        }
        assertThat(marks.add("d/7", "D/7")).contains("D/7");
    }

    @Test
    void keptPathsSayWhichOneWasThere() {
        FoldedPaths kept = new FoldedPaths.Kept();
        assertThat(kept.add("a", "A")).isEmpty();
        assertThat(kept.add("a", "a")).contains("A");
        assertThat(kept.has("a")).isTrue();
        assertThat(kept.has("A")).isFalse();
    }
}
