package org.liptako.node.placement.duty;

/** Who owes a duty, as its code tells. */
enum DebtorKind {
    /** The operators of the data centre where the copy lies, or would; of the one that asked, where that place is outside the federation. */
    TARGET_SITE,
    /** The operators of the data centre that asked for the placement. */
    REQUESTING_SITE,
    /** The legal officers of the State whose data it is. */
    HOME_OFFICERS
}
