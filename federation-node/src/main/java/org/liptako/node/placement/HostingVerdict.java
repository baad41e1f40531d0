package org.liptako.node.placement;

/** Whether a place may host a copy, as far as a node can tell by itself. */
public enum HostingVerdict {
    /** The rules admit it there. */
    MAY,
    /** They do not, or the place's State is not to be trusted with it. */
    MAY_NOT,
    /** A fact is missing, or who judges does not answer. */
    UNKNOWN
}
