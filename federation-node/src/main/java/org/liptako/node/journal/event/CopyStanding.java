package org.liptako.node.journal.event;

/** What can be said of a copy that was there before the federation. */
public enum CopyStanding {
    /** On the soil of a member State, never proved. */
    UNPROVEN,
    /** Outside the federation. */
    EXTERNAL
}
