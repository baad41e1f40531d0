package org.liptako.node.exchange.store.s3;

/** How far a replica has come; the words stand in the bucket. */
enum ReplicaStep {
    RECEIVING,
    /** All its files are there; it waits for the journal. */
    WHOLE,
    SEALED,
    /** Its removal was begun and is to be finished. */
    ERASING
}
