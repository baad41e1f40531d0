package org.liptako.node.journal.event;

/** What came of a challenge whose holder could be reached. */
public enum ChallengeOutcome {
    /** Every chunk that was drawn was answered rightly and in time. */
    PROVED,
    /** An answer came, and is not that of the chunks. */
    WRONG,
    /** The holder could be reached and has given no answer in time. */
    MISSED
}
