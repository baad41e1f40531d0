package org.liptako.pki.validation.batch;

/** By which rules the chains of a batch are judged. */
public enum BatchProfile {
    /** RFC 5280 alone, for chains of any origin. */
    RFC5280,
    /** All of the federation's profile. */
    LIPTAKO
}
