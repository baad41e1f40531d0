package org.liptako.node.journal.event;

/** A register that a State may declare that it keeps: nothing recorded in it then means "not filed", or "no". */
public enum Register {
    /** Authorisations of the State's data protection authority. */
    AUTHORISATIONS,
    /** Judicial holds. */
    HOLDS,
    /** Declared incidents. */
    INCIDENTS
}
