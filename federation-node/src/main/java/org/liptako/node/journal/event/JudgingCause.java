package org.liptako.node.journal.event;

/** What made a State judge a copy, or a grant, again. */
public enum JudgingCause {
    /** The copy was recorded, sealed or erased. */
    COPY,
    /** The dataset is described otherwise. */
    DATASET,
    /** The site is described otherwise. */
    SITE,
    /** A data protection authority has ruled. */
    AUTHORISATION,
    /** A judicial hold was placed or lifted. */
    HOLD,
    /** An incident was declared, or its end. */
    INCIDENT,
    /** The time for which the dataset must be kept is another. */
    RETENTION,
    /** A State keeps a register, or no longer. */
    REGISTER,
    /** Rules came into force, or ended. */
    RULES,
    /** The time has come at which a fact changes by itself: the end of an authorisation or a retention, a day of an incident. */
    TIME,
    /** The clock was put back behind what had been judged. */
    CLOCK
}
