package org.liptako.pki.trust;

import org.jspecify.annotations.Nullable;
import org.liptako.pki.wording.Bilingual;

/** The directory of trust cannot be read or written; both sentences name the file and the mend. */
public final class TrustStoreException extends RuntimeException implements Bilingual {
    private static final long serialVersionUID = 1L;

    private final String french;
    private final String english;

    public TrustStoreException(String french, String english) {
        this(french, english, null);
    }

    public TrustStoreException(String french, String english, @Nullable Throwable cause) {
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
