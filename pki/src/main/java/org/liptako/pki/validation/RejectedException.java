package org.liptako.pki.validation;

/** Carries a refusal up to a validator, which turns it into a value; it never leaves the package. */
final class RejectedException extends Exception {
    private final transient Validation.Rejected rejected;

    RejectedException(RejectionReason reason, String detail) {
        this(new Validation.Rejected(reason, detail));
    }

    RejectedException(Validation.Rejected rejected) {
        // No stack trace: strangers decide how often this is made.
        super(rejected.toString(), null, false, false);
        this.rejected = rejected;
    }

    Validation.Rejected rejected() {
        return rejected;
    }
}
