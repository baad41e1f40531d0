package org.liptako.node.journal.event;

/** By whose word a State's custody of copies is disputed. */
public enum CustodyCause {
    /** The three States say so together: no CA of that State is good in the trust state. */
    TRUST_STATE,
    /** One node says so alone: its own State's distrust list names what the trust state still believes. */
    OWN_LIST
}
