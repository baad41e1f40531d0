package org.liptako.node.placement.duty;

/** How often a duty is discharged. */
public enum Rhythm {
    /** Once. */
    ONCE,
    /** Again and again: each discharge sets the next day. */
    RECURRING,
    /** At all times, as long as the copy lies there: there is nothing to discharge. */
    STANDING,
    /** Not by people: the node sees to it. */
    KEPT
}
