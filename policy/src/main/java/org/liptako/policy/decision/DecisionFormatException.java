package org.liptako.policy.decision;

/** The bytes are not a decision document of section 5. */
public final class DecisionFormatException extends RuntimeException {
    DecisionFormatException(Exception cause) {
        super(
                "Not a decision document: " + cause.getMessage()
                        + ". Send one exactly as section 5 of the policy describes it.",
                cause);
    }

    DecisionFormatException(String message) {
        super(message);
    }
}
