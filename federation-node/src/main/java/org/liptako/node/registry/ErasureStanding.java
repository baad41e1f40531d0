package org.liptako.node.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What is known of an erased copy beyond what its node could remove. */
public enum ErasureStanding {
    /** The node has removed it; nobody has said anything of what a node cannot see. */
    AWAITED,
    /** An operator says that something remains, and until when. */
    REMAINS,
    /** That day is past, and nobody has said that it is gone. */
    OVERDUE,
    /** An operator says that nothing is left. */
    GONE,
    /** People of the home State have signed a document that says that a copy outside the federation is erased; no machine has proved it. */
    SIGNED_ABROAD;

    /** How it stands at an instant. */
    public static ErasureStanding of(ErasureWord word, Instant at) {
        Optional<LocalDate> until = word.statement().remainsUntil();
        if (until.isEmpty()) {
            return GONE;
        }
        return until.get().isBefore(LocalDate.ofInstant(at, ZoneOffset.UTC)) ? OVERDUE : REMAINS;
    }
}
