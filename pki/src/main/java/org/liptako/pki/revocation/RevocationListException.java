package org.liptako.pki.revocation;

import org.liptako.pki.wording.Bilingual;

/** A revocation list cannot be read or is larger than allowed; both sentences say which. */
public final class RevocationListException extends Exception implements Bilingual {
    private static final long serialVersionUID = 1L;

    private final String french;
    private final String english;

    public RevocationListException(String french, String english) {
        super(english);
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
