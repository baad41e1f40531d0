package org.liptako.node.journal.event;

/** How a store and the journals differ, or two journals. */
public enum HoldingKind {
    /** In the store, and not in the journals. */
    DARK,
    /** In the journals, and not in the store. */
    MISSING,
    /** Given by one State's journal and not sealed by the other's, or the other way round. */
    UNMATCHED,
    /** There, and withdrawn, not proved for too long, or not shown to be there when it was challenged. */
    UNPROVEN
}
