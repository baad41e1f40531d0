package org.liptako.pki.quorum;

import org.liptako.pki.validation.Validation;

/** Carries the fault of one signature up to {@link QuorumVerifier}; it never leaves the package. */
final class DiscountedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SignatureVerdict.Discounted verdict;

    DiscountedException(SignatureFault fault, String detail) {
        this(new SignatureVerdict.Discounted(fault, null, detail));
    }

    DiscountedException(Validation.Rejected chain) {
        this(new SignatureVerdict.Discounted(SignatureFault.CHAIN, chain.reason(), chain.detail()));
    }

    private DiscountedException(SignatureVerdict.Discounted verdict) {
        super(verdict.fault() + " (" + verdict.detail() + ")", null, false, false);
        this.verdict = verdict;
    }

    SignatureVerdict.Discounted verdict() {
        return verdict;
    }
}
