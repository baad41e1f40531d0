package org.liptako.pki.name;

import org.liptako.pki.wording.Bilingual;

/** A name that breaks its grammar; both sentences say which rule, and quote nothing that is not well-formed itself. */
public final class MalformedNameException extends IllegalArgumentException implements Bilingual {
    private static final long serialVersionUID = 1L;

    private final String french;
    private final String english;

    /** Both are one whole sentence. */
    public MalformedNameException(String french, String english) {
        super(english);
        this.french = french;
        this.english = english;
    }

    /** The rule that is broken, in French. */
    @Override
    public String french() {
        return french;
    }

    /** The rule that is broken, in English: the message. */
    @Override
    public String english() {
        return english;
    }
}
