package org.liptako.node.journal.event;

/** Where bytes of an erased copy may be left that a node cannot see. */
public enum ErasureMedium {
    /** Snapshots of file systems, volumes or virtual machines. */
    SNAPSHOTS,
    /** Tapes and other backups, also those that lie elsewhere. */
    TAPES,
    /** What a storage array copies by itself to another one. */
    ARRAY_REPLICAS,
    /** Anything else that the operator thinks of. */
    OTHER;

    /** Whether a statement has to speak of it. */
    public boolean mustBeLookedAt() {
        return this != OTHER;
    }
}
