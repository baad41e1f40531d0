package org.liptako.pki.ceremony;

import org.jspecify.annotations.Nullable;

/** A declaration or a transcript that cannot be used; the message says where and how to mend it. */
public final class CeremonyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CeremonyException(String message) {
        super(message);
    }

    CeremonyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
