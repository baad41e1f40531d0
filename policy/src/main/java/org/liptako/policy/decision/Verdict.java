package org.liptako.policy.decision;

/** What is answered; only {@link #PERMIT} allows anything. {@link #CONFLICT} is a whole decision's, never a finding's. */
public enum Verdict {
    /** The law allows it. */
    PERMIT,
    /** A fact that would decide is unknown; enforced as a refusal. */
    INDETERMINATE,
    /** The law refuses it. */
    DENY,
    /** The law refuses what it also demands; enforced as a refusal, and the legal officers are told. */
    CONFLICT
}
