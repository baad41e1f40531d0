package org.liptako.pki.quorum;

import org.jspecify.annotations.Nullable;

/** A signature that cannot be made or joined to others; the message says why and how to mend it. */
public final class QuorumException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QuorumException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
