package org.liptako.pki.issuing;

import org.jspecify.annotations.Nullable;

/** A certificate or key that cannot be made, written or read; the message says which, why, and how to mend it. */
public final class IssuingException extends RuntimeException {
    public IssuingException(String message) {
        super(message);
    }

    public IssuingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
