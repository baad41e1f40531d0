package org.liptako.node.cli.tour;

import java.io.Console;
import org.liptako.node.cli.Language;
import org.liptako.node.wire.Sentence;
import org.liptako.policy.explain.FrenchText;

/** Somebody at a terminal, who is asked until they go on or leave; where nobody sits at one, the tour runs through. */
record TerminalReader(Language language) implements TourReader {
    @Override
    @SuppressWarnings("SystemConsoleNull") // It still is null where there is no terminal and no console module.
    public boolean goesOn(Sentence question) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return true;
        }
        Reply reply;
        do {
            String typed = console.readLine("%s ", language.choose(FrenchText.of(question.fr()), question.en()));
            if (typed == null) {
                console.printf("%n");
            }
            reply = Reply.of(typed);
        } while (reply == Reply.UNCLEAR);
        return reply == Reply.GO_ON;
    }
}
