package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ScreenTest {
    @Test
    void aNameOfAnotherStateMovesNoTerminalAndMakesNoLineOfItsOwn() {
        var out = new StringWriter();
        var screen = new Screen(new PrintWriter(out), new PrintWriter(new StringWriter()), Language.FRENCH);

        screen.line("Santé \u001b[2J\nML-DS-001  scellée\u202e");

        assertThat(out.toString()).hasLineCount(1).startsWith("Santé ?[2J?ML-DS-001  scellée?");
    }
}
