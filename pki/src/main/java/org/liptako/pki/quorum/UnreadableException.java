package org.liptako.pki.quorum;

/** Carries a refusal up to {@link QuorumVerifier}, which turns it into a value; it never leaves the package. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient QuorumOutcome.Unreadable outcome;

    UnreadableException(UnreadableSignatures reason, String detail) {
        // No stack trace: strangers decide how often this is made.
        super(reason + " (" + detail + ")", null, false, false);
        this.outcome = new QuorumOutcome.Unreadable(reason, detail);
    }

    QuorumOutcome.Unreadable outcome() {
        return outcome;
    }
}
