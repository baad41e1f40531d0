package org.liptako.pki.trust;

/** Bytes that are no trust state; the message says what is wrong, without quoting them. */
public final class MalformedTrustStateException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedTrustStateException(String message) {
        // No stack trace: strangers decide how often this is made.
        super(message, null, false, false);
    }
}
