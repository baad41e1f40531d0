package org.liptako.node.rulebook;

/** What came of an officer's wish to take away an edition that waits. */
public enum Removal {
    /** It is gone. */
    REMOVED,
    /** It waits on: somebody else has submitted it, and one more officer must agree. */
    ASKED
}
