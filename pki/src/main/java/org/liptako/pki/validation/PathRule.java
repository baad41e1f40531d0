package org.liptako.pki.validation;

/** One thing that a complete path must satisfy. */
interface PathRule {
    /** Returns if the path satisfies the rule. */
    void check(CertificatePath path, Expectation expectation) throws RejectedException;
}
