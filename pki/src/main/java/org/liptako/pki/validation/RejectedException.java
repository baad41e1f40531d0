package org.liptako.pki.validation;

/** Carries a refusal up to {@link ChainValidator}, which turns it into a value; it never leaves the package. */
final class RejectedException extends Exception {
    private final transient Validation.Rejected rejected;

    RejectedException(RejectionReason reason, String detail) {
        // No stack trace: strangers decide how often this is made.
        super(reason + " (" + detail + ")", null, false, false);
        this.rejected = new Validation.Rejected(reason, detail);
    }

    Validation.Rejected rejected() {
        return rejected;
    }
}
