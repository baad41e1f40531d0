package org.liptako.policy.vocabulary;

/** A file that is no vocabulary, or none that may follow the one before it. */
public final class VocabularyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Bilingual wording;

    VocabularyException(Bilingual wording) {
        super(wording.en());
        this.wording = wording;
    }

    /** What is wrong with it, in one sentence. */
    public Bilingual wording() {
        return wording;
    }
}
