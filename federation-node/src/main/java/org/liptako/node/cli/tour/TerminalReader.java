package org.liptako.node.cli.tour;

import java.io.Console;
import org.liptako.node.cli.Language;
import org.liptako.node.wire.Sentence;
import org.liptako.policy.explain.FrenchText;

/** Somebody at a terminal, who goes on by an empty line and leaves by {@code q} or the end of input; where nobody sits at one, the tour runs through. */
record TerminalReader(Language language) implements TourReader {
    private static final String LEAVE = "q";

    @Override
    @SuppressWarnings("SystemConsoleNull") // It still is null where there is no terminal and no console module.
    public boolean goesOn(Sentence question) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return true;
        }
        String answer = console.readLine("%s ", language.choose(FrenchText.of(question.fr()), question.en()));
        if (answer == null) {
            console.printf("%n");
        }
        return answer != null && !answer.strip().equalsIgnoreCase(LEAVE);
    }
}
