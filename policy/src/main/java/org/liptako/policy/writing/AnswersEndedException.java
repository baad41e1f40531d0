package org.liptako.policy.writing;

import org.liptako.policy.vocabulary.Bilingual;

/** The answers ended before the questions did; nothing has been written. */
public final class AnswersEndedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Bilingual question;

    /**
     * The answers ended.
     *
     * @param question the one that nobody answered
     */
    public AnswersEndedException(Bilingual question) {
        super(question.en());
        this.question = question;
    }

    /** The question that nobody answered. */
    public Bilingual question() {
        return question;
    }
}
