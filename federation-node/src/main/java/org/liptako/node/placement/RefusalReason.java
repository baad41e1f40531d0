package org.liptako.node.placement;

/** Why a binding request was refused; the code in the journal's REFUSAL. Never renamed: journals outlive programs. */
enum RefusalReason {
    /** The law refuses it. */
    DENIED,
    /** The law refuses what it also demands; the legal officers concerned are told. */
    CONFLICT,
    /** A fact that would decide is recorded nowhere. */
    FACTS_MISSING,
    /** A configured rule engine gave no answer. */
    ENGINE_UNAVAILABLE,
    /** Two engines of one node gave different answers. */
    ENGINES_DISAGREE,
    /** The two States' nodes hold different rules. */
    RULES_DIFFER,
    /** One State's finding is not what its published rules give. */
    FINDINGS_DIFFER,
    /** The two nodes' clocks are too far apart. */
    CLOCKS_DIFFER,
    /** The host's statement does not verify, or speaks of what it has no say in. */
    STATEMENT_INVALID,
    /** The host State's node refused the call itself. */
    HOST_REFUSED,
    /** No CA of the host State is believed here. */
    STATE_DISTRUSTED,
    /** Nobody answered for too long. */
    EXPIRED
}
