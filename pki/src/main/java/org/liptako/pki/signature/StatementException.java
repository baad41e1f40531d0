package org.liptako.pki.signature;

/** A signed statement that cannot be believed; the message says why in one sentence. */
public final class StatementException extends RuntimeException {
    public StatementException(String message) {
        super(message);
    }

    public StatementException(String message, Throwable cause) {
        super(message, cause);
    }
}
