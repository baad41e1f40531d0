package org.liptako.pki.trust;

/** Carries a refusal up to {@link ListShelf}, which turns it into a value; it never leaves the package. */
final class RefusedListException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ListAcceptance.Refused refused;

    RefusedListException(ListRefusal refusal, String detail) {
        // No stack trace: strangers decide how often this is made.
        super(refusal + " (" + detail + ")", null, false, false);
        this.refused = new ListAcceptance.Refused(refusal, detail);
    }

    ListAcceptance.Refused refused() {
        return refused;
    }
}
