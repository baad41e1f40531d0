package org.liptako.node.cli.replica;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Predicate;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.InputLines;
import org.liptako.node.cli.Screen;

/** Asks an operator at the terminal for what the options have not said. Questions go to the standard error, so that the answer of the node stays alone on the output. */
final class LookupQuestions {
    private static final int LONGEST_LINE = 4_096;

    private final Screen screen;
    private final InputLines answers = new InputLines(System.in, LONGEST_LINE);
    private boolean asked;

    LookupQuestions(Screen screen) {
        this.screen = screen;
    }

    /** Whether anything had to be asked: somebody sits there. */
    boolean asked() {
        return asked;
    }

    /** Says something that is no question. */
    void say(String french, String english) {
        screen.remark(french, english);
        screen.err().flush();
    }

    /** One line of at most so many characters, which may be empty. */
    String line(String option, String french, String english, int most) {
        return until(option, french, english, answer -> answer.length() <= most);
    }

    /** One line that is not empty. */
    String words(String option, String french, String english, int most) {
        return until(option, french, english, answer -> !answer.isEmpty() && answer.length() <= most);
    }

    /** A day. */
    String day(String option, String french, String english) {
        return until(option, french, english, LookupQuestions::isDay);
    }

    /** Whether the answer is a yes, in either language. */
    boolean agreed(String french, String english) {
        String answer = until("", french, english, text -> !text.isEmpty());
        return answer.equalsIgnoreCase("oui") || answer.equalsIgnoreCase("yes");
    }

    private String until(String option, String french, String english, Predicate<String> fits) {
        asked = true;
        while (true) {
            say(french, english);
            Optional<byte[]> answer = answers.next();
            if (answer.isEmpty()) {
                throw CommandFailure.badInput(
                        "la déclaration n'est pas complète : répondez à « " + french + " »"
                                + instead(option, "ou donnez") + ".",
                        "the statement is not whole: answer \"" + english + "\"" + instead(option, "or give") + ".");
            }
            String text = new String(answer.get(), UTF_8).strip();
            if (fits.test(text)) {
                return text;
            }
            say("Cette réponse ne convient pas.", "That answer will not do.");
        }
    }

    private static String instead(String option, String words) {
        return option.isEmpty() ? "" : ", " + words + " " + option;
    }

    static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
