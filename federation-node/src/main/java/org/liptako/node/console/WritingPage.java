package org.liptako.node.console;

import java.util.List;

/**
 * A rule that is written clause by clause.
 *
 * @param asOf which node tells this, and when
 * @param action the address that the form is sent to
 * @param answers all that was answered so far, one a line, each ended by a line feed, as the form brings it back
 * @param turns the questions that were answered, each beside what was understood
 * @param question the one that is open; at most one
 * @param finished the rule, once all were answered; at most one
 */
public record WritingPage(
        String asOf,
        String action,
        String answers,
        List<Turn> turns,
        List<Question> question,
        List<Finished> finished) {
    /**
     * A question that was answered.
     *
     * @param understood what was said of the answer: what the machine understood, or what is wrong with it
     */
    public record Turn(String question, String answer, List<String> understood) {
        public Turn {
            understood = List.copyOf(understood);
        }
    }

    /**
     * The open question.
     *
     * @param choices to choose from; none where any text answers
     * @param kind {@code radio} or {@code checkbox}
     */
    public record Question(String words, List<Choice> choices, String kind) {
        public Question {
            choices = List.copyOf(choices);
        }
    }

    /**
     * The rule as the machine understood it.
     *
     * @param remarks what analysis finds of it among those in force
     * @param path the file that its text goes into
     * @param edition the edition that it may go on to be
     */
    public record Finished(
            String title, List<String> lines, List<String> remarks, String path, String text, Edition edition) {
        public Finished {
            lines = List.copyOf(lines);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * The next edition of the book, with the rule in it.
     *
     * @param from the day that was asked for; may be empty
     * @param objection why it cannot be drawn up; may be empty
     * @param weighed what it would be and do; empty before it was weighed
     */
    public record Edition(String from, String objection, List<String> weighed) {
        public Edition {
            weighed = List.copyOf(weighed);
        }
    }

    public WritingPage {
        turns = List.copyOf(turns);
        question = List.copyOf(question);
        finished = List.copyOf(finished);
    }
}
