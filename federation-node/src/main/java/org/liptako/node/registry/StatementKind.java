package org.liptako.node.registry;

/** What a statement is about. */
enum StatementKind {
    /** A site, by its identifier. */
    SITE,
    /** A dataset, by its identifier. */
    DATASET,
    /** The latest published version of a dataset. */
    VERSION,
    /** A copy: the subject is the dataset, the place is the site. */
    REPLICA,
    /** A grant, by its serial. */
    GRANT,
    /** Whether a State keeps a register, by the register. */
    REGISTER,
    /** How an authorisation stands: the subject is the dataset, the place is operation and destination. */
    AUTHORISATION,
    /** Whether a dataset is under judicial hold. */
    HOLD,
    /** Whether a State has declared an incident, by the State. */
    INCIDENT,
    /** Until when a dataset must be kept. */
    RETENTION,
    /** The rule set in force at a State's node, by the State. */
    RULE_SET,
    /** Whether a State's custody of copies is disputed: the subject is the State, the place is the node that says so alone, empty for the trust state. */
    CUSTODY,
    /** The end of a dataset's key, by the dataset. */
    KEY_END,
    /** What an operator says of an erasure, of what a node cannot see: the subject is the dataset, the place is the site. */
    ERASURE_WORD,
    /** That people have signed that a copy outside the federation is erased: the subject is the dataset, the place is the site. */
    ERASURE_ABROAD,
    /** What a State has against a copy where it lies: the subject is the dataset, the place is the site. */
    FINDING,
    /** Where a site's store and the journals differ: the subject is the dataset or the site, the place is the finding's. */
    HOLDING,
    /** What a challenge has shown: the subject is the dataset, the place is the site, a slash and the challenger. */
    CHALLENGE,
    /** That a site cannot be reached: the subject is the site. */
    REACH,
    /** An alarm: the subject is the State concerned, the place is the index of the entry. */
    ALARM
}
