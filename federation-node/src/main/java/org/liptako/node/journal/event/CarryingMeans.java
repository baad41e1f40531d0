package org.liptako.node.journal.event;

/** How a copy's bytes come from abroad. */
public enum CarryingMeans {
    /** Over the network. */
    WIRE,
    /** On a disk that somebody carries. */
    DISK
}
