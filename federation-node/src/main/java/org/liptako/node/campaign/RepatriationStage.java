package org.liptako.node.campaign;

/** How far a copy of a campaign is; in order. */
public enum RepatriationStage {
    /** Named; where it is to lie is not settled. */
    NAMED,
    /** A site at home, and its place in the order, are settled. */
    PLANNED,
    /** Its bytes come, or have come and are not proved yet. */
    COPYING,
    /** What has come is what lay abroad. */
    PROVED,
    /** Sealed at home; the copy abroad is still there. */
    SEALED,
    /** Home, and erased abroad by the word of two people. */
    DONE,
    /** Taken out of the campaign. */
    WITHDRAWN
}
