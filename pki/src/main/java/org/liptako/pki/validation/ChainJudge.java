package org.liptako.pki.validation;

/** Tells whose a chain is, or refuses it. Thread-safe. */
public interface ChainJudge {
    /** Judges a chain. Never throws on account of what the chain holds. */
    Validation validate(CandidateChain chain, Expectation expectation);
}
