package org.liptako.policy.opa;

import org.jspecify.annotations.Nullable;
import org.liptako.policy.vocabulary.Bilingual;

/** OPA could not be had, or did not do what it was asked; it says in both languages how to mend it. Never an answer, so never a permit. */
public final class OpaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Bilingual wording;

    public OpaException(String french, String english) {
        this(french, english, null);
    }

    public OpaException(String french, String english, @Nullable Throwable cause) {
        super(english, cause);
        this.wording = new Bilingual(french, english);
    }

    /** What is wrong and how to mend it; the message is its English. */
    public Bilingual wording() {
        return wording;
    }
}
