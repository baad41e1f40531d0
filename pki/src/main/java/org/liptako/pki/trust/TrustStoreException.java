package org.liptako.pki.trust;

import org.jspecify.annotations.Nullable;

/** The directory of trust cannot be read or written; the message names the file and the mend. */
public final class TrustStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrustStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
