package org.liptako.policy.decision;

/** Why a finding is what it is: the four cases of section 4, the last one told apart for States and for the Alliance. */
public enum Reason {
    /** At least one ban is effective. */
    PROHIBITED(Verdict.DENY),
    /** No permission speaks for it. */
    NO_PERMISSION(Verdict.DENY),
    /** What decides hangs on an unknown fact. */
    MISSING_FACTS(Verdict.INDETERMINATE),
    /** A State's permission speaks for it and no ban against it. */
    PERMITTED(Verdict.PERMIT),
    /** The Alliance, which permits nothing, has no ban against it. */
    NO_OBJECTION(Verdict.PERMIT);

    private final Verdict verdict;

    Reason(Verdict verdict) {
        this.verdict = verdict;
    }

    /** The verdict that this reason always carries. */
    public Verdict verdict() {
        return verdict;
    }
}
