package org.liptako.policy.analysis.encoding;

/** A search that was given up: nothing is known, and nothing may be claimed. */
public final class UnfinishedSearchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfinishedSearchException(Throwable cause) {
        super(
                "The analysis was given up after too many steps: split the rule set, or simplify its longest rules.",
                cause);
    }
}
