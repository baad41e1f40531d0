package org.liptako.policy.writing;

import org.liptako.policy.vocabulary.Bilingual;

/** Whoever answers the questions: a person at a terminal, or a file of answers, one a line. */
public interface Dialogue {

    /** Says something that wants no answer. */
    void say(Bilingual line);

    /**
     * Asks, and waits for the answer.
     *
     * @return the answer without spaces around it; empty where nothing was answered
     * @throws AnswersEndedException if there will be no more answers
     */
    String ask(Bilingual question) throws AnswersEndedException;
}
