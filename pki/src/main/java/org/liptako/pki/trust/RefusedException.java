package org.liptako.pki.trust;

/** Carries a refusal up to {@link TrustHistory}, which turns it into a value; it never leaves the package. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Acceptance.Refused refused;

    RefusedException(TrustRefusal refusal, String detail) {
        // No stack trace: strangers decide how often this is made.
        super(refusal + " (" + detail + ")", null, false, false);
        this.refused = new Acceptance.Refused(refusal, detail);
    }

    Acceptance.Refused refused() {
        return refused;
    }
}
