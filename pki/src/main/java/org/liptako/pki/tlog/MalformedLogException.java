package org.liptako.pki.tlog;

/** A text or tile of a transparency log that breaks its format; the message, in English, says which rule, and quotes nothing of it. */
public final class MalformedLogException extends IllegalArgumentException {
    private final String french;
    private final String english;

    /** Both are one whole sentence. */
    public MalformedLogException(String french, String english) {
        super(english);
        this.french = french;
        this.english = english;
    }

    /** The rule that is broken, in French. */
    public String french() {
        return french;
    }

    /** The rule that is broken, in English. */
    public String english() {
        return english;
    }
}
