package org.liptako.node.placement.duty;

/** How a duty stands, in the order in which duties are listed. */
public enum DutyStatus {
    /** Its time is over: a finding. */
    OVERDUE,
    /** To be discharged. */
    OPEN,
    /** To be observed, as long as the copy lies there. */
    STANDING,
    /** Kept by the node. */
    KEPT,
    /** Discharged. */
    DISCHARGED
}
