package org.liptako.node.cli.rules;

import java.nio.charset.StandardCharsets;
import org.liptako.node.cli.InputLines;
import org.liptako.node.cli.Screen;
import org.liptako.policy.explain.FrenchText;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.writing.AnswersEndedException;
import org.liptako.policy.writing.Dialogue;

/** Questions on the terminal, in the reader's language, and answers from the standard input, one a line. */
final class TerminalDialogue implements Dialogue {
    private static final int LONGEST_ANSWER = 8_192;

    private final Screen screen;
    private final InputLines answers;

    TerminalDialogue(Screen screen) {
        this.screen = screen;
        this.answers = new InputLines(System.in, LONGEST_ANSWER);
    }

    @Override
    public void say(Bilingual line) {
        screen.line(FrenchText.of(line.fr()), line.en());
    }

    @Override
    public String ask(Bilingual question) throws AnswersEndedException {
        while (true) {
            say(question);
            byte[] answer = answers.next().orElseThrow(() -> new AnswersEndedException(question));
            if (answer.length <= LONGEST_ANSWER) {
                return new String(answer, StandardCharsets.UTF_8).strip();
            }
            say(new Bilingual(
                            "Cette réponse dépasse %d octets : raccourcissez-la.",
                            "This answer is over %d bytes: shorten it.")
                    .with(LONGEST_ANSWER));
        }
    }
}
