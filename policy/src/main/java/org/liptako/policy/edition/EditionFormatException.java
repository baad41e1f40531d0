package org.liptako.policy.edition;

import org.jspecify.annotations.Nullable;

/** A document that is not an edition, in English, for logs; it never quotes the document. */
public final class EditionFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    EditionFormatException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
