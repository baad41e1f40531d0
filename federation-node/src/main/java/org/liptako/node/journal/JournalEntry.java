package org.liptako.node.journal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.EntryCommitment;

/**
 * An entry of a State's journal.
 *
 * @param index from 0
 * @param opening null where the reader is not entitled to the payload
 * @param secret whether it is withheld, by the word of whoever gives the entry, because a secret dataset does not concern the reader
 */
public record JournalEntry(
        long index, EntryCommitment commitment, @Nullable Opening opening, boolean secret) {
    /** An entry of which nothing is withheld as secret. */
    public JournalEntry(long index, EntryCommitment commitment, @Nullable Opening opening) {
        this(index, commitment, opening, false);
    }

    /** The entry as those read it whom it does not concern. */
    public JournalEntry asSecret() {
        return new JournalEntry(index, commitment, null, true);
    }

    /** What opens the commitment, for a reader who is entitled to it. */
    public Optional<Opening> opened() {
        return Optional.ofNullable(opening);
    }

    /** Whether the payload, where there is one, is the one committed to. */
    public boolean isCoherent() {
        Opening shown = opening;
        return shown == null || shown.commitment().equals(commitment);
    }
}
