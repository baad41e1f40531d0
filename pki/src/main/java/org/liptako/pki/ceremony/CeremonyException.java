package org.liptako.pki.ceremony;

import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.wording.Bilingual;

/** A declaration or a transcript that cannot be used; both sentences say where and how to mend it. */
public final class CeremonyException extends RuntimeException implements Bilingual {
    private static final long serialVersionUID = 1L;

    private final String french;
    private final String english;

    CeremonyException(String french, String english) {
        this(french, english, null);
    }

    CeremonyException(String french, String english, @Nullable Throwable cause) {
        super(english, cause);
        this.french = french;
        this.english = english;
    }

    /** A value that breaks the law of what it is taken for: what a type alone says, it says in English. */
    static CeremonyException unfit(String place, IllegalArgumentException why) {
        return why instanceof MalformedNameException name
                ? new CeremonyException(place + " : " + name.french(), place + ": " + name.english(), why)
                : new CeremonyException(
                        place + " : une valeur ne convient pas ; corrigez-la [" + why.getMessage() + "]",
                        place + ": " + why.getMessage(),
                        why);
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
