package org.liptako.node.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class InputLinesTest {
    @Test
    void givesEachLineAndNoneAfterTheLastLineFeed() {
        var lines = new InputLines(new ByteArrayInputStream("a\n\nb\n".getBytes(UTF_8)), 10);
        assertThat(lines.next()).hasValue("a".getBytes(UTF_8));
        assertThat(lines.next()).hasValue(new byte[0]);
        assertThat(lines.next()).hasValue("b".getBytes(UTF_8));
        assertThat(lines.next()).isEmpty();
    }

    @Test
    void givesALastLineThatHasNoLineFeed() {
        var lines = new InputLines(new ByteArrayInputStream("a\nb".getBytes(UTF_8)), 10);
        lines.next();
        assertThat(lines.next()).hasValue("b".getBytes(UTF_8));
    }

    @Test
    void cutsALineThatIsTooLongButLeavesItTooLong() {
        var lines = new InputLines(new ByteArrayInputStream(("x".repeat(1000) + "\ny\n").getBytes(UTF_8)), 10);
        assertThat(lines.next()).hasValueSatisfying(line -> assertThat(line).hasSize(11));
        assertThat(lines.next()).hasValue("y".getBytes(UTF_8));
    }
}
