package org.liptako.node.registry;

/** What a State's finding says of a copy where it lies. */
public enum FindingKind {
    /** The rules do not admit it there, or contradict each other. */
    FORBIDDEN,
    /** A fact is missing to judge it. */
    UNDECIDED
}
