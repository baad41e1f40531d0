package org.liptako.node.registry;

/** How the copies of a dataset stand to proof, by the words of the States with the last word on them. */
public enum ProofStanding {
    /** Something lies somewhere, and all that lies is sealed: proved chunk by chunk where it came to lie. */
    PROVED,
    /** Something lies somewhere that is not sealed. */
    UNPROVED,
    /** A State's last challenge of a copy that lies there was answered wrongly, or not at all. */
    FAILED,
    /** Nothing is recorded to lie anywhere. */
    NONE
}
