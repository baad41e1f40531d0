package org.liptako.pki.tlog;

import org.liptako.pki.wording.Bilingual;

/** A text or tile of a transparency log that breaks its format; the message, in English, says which rule, and quotes nothing of it. */
public final class MalformedLogException extends IllegalArgumentException implements Bilingual {
    private final String french;
    private final String english;

    /** Both are one whole sentence. */
    public MalformedLogException(String french, String english) {
        super(english);
        this.french = french;
        this.english = english;
    }

    /** The rule that is broken, in French. */
    @Override
    public String french() {
        return french;
    }

    /** The rule that is broken, in English. */
    @Override
    public String english() {
        return english;
    }
}
