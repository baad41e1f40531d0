package org.liptako.node.registry;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How a copy stands. */
public enum ReplicaStatus {
    /** Intended; nothing is decided. */
    PLANNED,
    /** Asked for; a State has not answered yet. */
    PENDING,
    /** Allowed; nothing has moved. */
    GRANTED,
    /** On its way. */
    TRANSFERRING,
    /** Partly or wholly there, and not to be used. */
    QUARANTINED,
    /** There, and every chunk proved. */
    SEALED,
    /** Its State is cut off. */
    UNREACHABLE,
    /** There by what its State says; never proved, or no longer. */
    UNPROVEN,
    /** States, or custodians, disagree on it. */
    DISPUTED,
    /** To be erased. */
    ERASING,
    /** Removed, and checked that it is gone. */
    ERASED,
    /** No longer there, and nobody erased it. */
    LOST,
    /** Known to lie outside the federation. */
    EXTERNAL;

    private static final Set<ReplicaStatus> NOTHING_THERE = EnumSet.of(PLANNED, PENDING, GRANTED, ERASED, LOST);
    private static final Set<ReplicaStatus> WITHOUT_WHOLE_COPY =
            EnumSet.of(PLANNED, PENDING, GRANTED, TRANSFERRING, ERASED, LOST);

    static List<String> namesOfNothingThere() {
        return NOTHING_THERE.stream().map(ReplicaStatus::name).toList();
    }

    /** Whether anything of the dataset lies there, whole or in part. */
    public boolean isThere() {
        return !NOTHING_THERE.contains(this);
    }

    /** Whether a whole copy lies there, or may: one that a new transfer must not hide. */
    public boolean isCopy() {
        return !WITHOUT_WHOLE_COPY.contains(this);
    }
}
