package org.liptako.node.journal.event;

import java.time.Instant;

/**
 * What a State could not take back into its own journal after it was restored from a backup. What it says was signed once and is gone; it is no rewind.
 *
 * @param first the index of the first entry concerned
 * @param end the first index after the last one
 * @param part what of them is lost
 */
public record JournalLoss(Instant at, long first, long end, Part part) implements JournalEvent {
    /** What is lost of an entry. */
    public enum Part {
        /** The entry: nobody has kept it, and its index is given anew. */
        ENTRY,
        /** The payload alone: the commitment stands. */
        PAYLOAD
    }
}
