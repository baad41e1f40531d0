package org.liptako.pki.issuing;

import org.jspecify.annotations.Nullable;
import org.liptako.pki.wording.Bilingual;

/** A certificate or key that cannot be made, written or read; both sentences say which, why, and how to mend it. */
public final class IssuingException extends RuntimeException implements Bilingual {
    private static final long serialVersionUID = 1L;

    private final String french;
    private final String english;

    public IssuingException(String french, String english) {
        this(french, english, null);
    }

    public IssuingException(String french, String english, @Nullable Throwable cause) {
        super(english, cause);
        this.french = french;
        this.english = english;
    }

    /** One whole sentence in French. */
    @Override
    public String french() {
        return french;
    }

    /** One whole sentence in English: the message. */
    @Override
    public String english() {
        return english;
    }
}
