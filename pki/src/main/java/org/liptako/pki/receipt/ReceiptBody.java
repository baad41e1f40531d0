package org.liptako.pki.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.trust.SignedTrustState;

/**
 * What a receipt holds, but its seal. Nothing of it is believed before {@link ReceiptVerifier} says so.
 *
 * @param madeAt by the clock of the node that made it
 * @param question null but for {@link ReceiptKind#STATE}
 * @param journals in the order of the States
 * @param entries the one that the receipt is for first, where there is one, then in the order of States and indices
 * @param trust the trust states that lead from the root to the one whose keys count, oldest first
 */
public record ReceiptBody(
        ReceiptKind kind,
        Instant madeAt,
        @Nullable ReceiptQuestion question,
        List<ReceiptJournal> journals,
        List<ReceiptEntry> entries,
        List<SignedTrustState> trust) {
    /** The most entries of one receipt. */
    public static final int MOST_ENTRIES = 500;

    /** The most trust states of one receipt. */
    public static final int MOST_TRUST_STATES = 64;

    public ReceiptBody {
        journals = List.copyOf(journals);
        entries = List.copyOf(entries);
        trust = List.copyOf(trust);
    }

    /** The question, where there is one. */
    public Optional<ReceiptQuestion> asked() {
        return Optional.ofNullable(question);
    }
}
