package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void alignsColumnsByCharactersAndNotByBytes() {
        var table = new Table("ÉTAT", "N");
        table.row("é", "1");
        table.row("Niger", "22");
        assertThat(table.lines()).containsExactly("ÉTAT   N", "─────  ──", "é      1", "Niger  22");
    }

    @Test
    void refusesARowThatDoesNotFitItsHeadings() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Table("A", "B").row("1"));
    }
}
