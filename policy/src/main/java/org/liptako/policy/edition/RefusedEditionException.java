package org.liptako.policy.edition;

import org.liptako.policy.vocabulary.Bilingual;

/** An edition that is not taken, with the reason. */
public final class RefusedEditionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final EditionRefusal refusal;
    private final transient Bilingual detail;

    /**
     * Refuses.
     *
     * @param detail which file, which signature, which number
     */
    public RefusedEditionException(EditionRefusal refusal, Bilingual detail) {
        super(refusal + ": " + detail.en());
        this.refusal = refusal;
        this.detail = detail;
    }

    /** Refuses, with a detail that is the same in both languages. */
    public RefusedEditionException(EditionRefusal refusal, String detail) {
        this(refusal, new Bilingual(detail, detail));
    }

    public EditionRefusal refusal() {
        return refusal;
    }

    /** The whole of it, for people. */
    public Bilingual wording() {
        return new Bilingual(
                refusal.wording().fr() + " [" + detail.fr() + "]",
                refusal.wording().en() + " [" + detail.en() + "]");
    }
}
