package org.liptako.pki.quorum;

import org.jspecify.annotations.Nullable;
import org.liptako.pki.wording.Bilingual;

/** A signature that cannot be made or joined to others; both sentences say why and how to mend it. */
public final class QuorumException extends RuntimeException implements Bilingual {
    private static final long serialVersionUID = 1L;

    private final String french;
    private final String english;

    public QuorumException(String french, String english) {
        this(french, english, null);
    }

    public QuorumException(String french, String english, @Nullable Throwable cause) {
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
