package org.liptako.node.exchange.store;

/** Where in a store a version is, whatever the journals say. */
public enum StoreStep {
    /** Among those that are received. */
    STAGED,
    /** Whole, and not yet sealed. */
    QUARANTINED,
    /** Sealed. */
    SEALED,
    /** Being removed. */
    ERASING,
    /** In a version's place, and without what makes a copy of it. */
    REMNANT
}
