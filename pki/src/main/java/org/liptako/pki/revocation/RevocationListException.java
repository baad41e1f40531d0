package org.liptako.pki.revocation;

/** A revocation list cannot be read or is larger than allowed; both sentences say which. */
public final class RevocationListException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String french;
    private final String english;

    public RevocationListException(String french, String english) {
        super(english);
        this.french = french;
        this.english = english;
    }

    /** One whole sentence in French. */
    public String french() {
        return french;
    }

    /** One whole sentence in English: the message. */
    public String english() {
        return english;
    }
}
