package org.liptako.policy.facts;

import org.liptako.policy.vocabulary.Bilingual;

/** A facts document that is not taken: nothing may be decided from it. */
public final class FactsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String fact;
    private final transient Bilingual wording;

    public FactsException(String fact, Bilingual wording) {
        super(wording.en());
        this.fact = fact;
        this.wording = wording;
    }

    /** The dotted code of what is wrong, the least by code point if there is more than one; empty if it is not a JSON object. */
    public String fact() {
        return fact;
    }

    /** What is wrong and how to mend it. */
    public Bilingual wording() {
        return wording;
    }
}
