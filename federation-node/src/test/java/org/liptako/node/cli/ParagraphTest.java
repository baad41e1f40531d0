package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParagraphTest {
    private static final String COLUMNS = "liptako.columns";

    @AfterEach
    void nobodySaysHowWide() {
        System.clearProperty(COLUMNS);
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "20, 40", "200, 80", "wide, 80"})
    void linesAreAsWideAsTheTerminalWithinReason(String columns, int width) {
        System.setProperty(COLUMNS, columns);

        assertThat(Paragraph.width()).isEqualTo(width);
    }

    @Test
    void takesEightyColumnsWhereNobodySays() {
        assertThat(Paragraph.width()).isEqualTo(80);
    }

    @Test
    void breaksBetweenWordsAndLeavesALongWordWhole() {
        assertThat(Paragraph.lines("un deux trois " + "x".repeat(12) + " quatre", 10))
                .containsExactly("un deux", "trois", "x".repeat(12), "quatre");
    }
}
