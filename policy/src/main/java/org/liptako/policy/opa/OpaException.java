package org.liptako.policy.opa;

/** OPA could not be had, or did not do what it was asked; the message says how to mend it. Never an answer, so never a permit. */
public final class OpaException extends RuntimeException {
    public OpaException(String message) {
        super(message);
    }

    public OpaException(String message, Throwable cause) {
        super(message, cause);
    }
}
