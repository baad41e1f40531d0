package org.liptako.policy.writing;

import java.util.List;
import org.liptako.policy.vocabulary.Bilingual;

/** Whoever answers the questions: a person at a terminal, or a file of answers, one a line. */
public interface Dialogue {

    /** Says something that wants no answer. */
    void say(Bilingual line);

    /** Shows the words that an answer may be; where there is no better way, as a numbered list. */
    default void show(List<Offer> offers) {
        for (int i = 0; i < offers.size(); i++) {
            Offer offer = offers.get(i);
            say(new Bilingual("  %2d. %s : %s", "  %2d. %s: %s").with(i + 1, offer.word(), offer.meaning()));
        }
    }

    /**
     * Asks for one of some words, or for several that are separated by commas.
     *
     * @return as {@link #ask(Bilingual)}
     * @throws AnswersEndedException if there will be no more answers
     */
    default String ask(Bilingual question, List<Offer> offers, boolean several) throws AnswersEndedException {
        return ask(question);
    }

    /**
     * Asks, and waits for the answer.
     *
     * @return the answer without spaces around it; empty where nothing was answered
     * @throws AnswersEndedException if there will be no more answers
     */
    String ask(Bilingual question) throws AnswersEndedException;
}
