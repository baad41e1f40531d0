package org.liptako.pki.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.trust.PublishedList;
import org.liptako.pki.trust.SignedTrustState;

/**
 * What a receipt holds, but its seal. Nothing of it is believed before {@link ReceiptVerifier} says so.
 *
 * @param madeAt by the clock of the node that made it
 * @param question null but for {@link ReceiptKind#STATE}
 * @param journals in the order of the States
 * @param entries the one that the receipt is for first, where there is one, then in the order of States and indices
 * @param trust the trust states that lead from the root to the one whose keys count, oldest first
 * @param lists what the CAs of those who signed had revoked when the receipt was made, complete lists before their deltas; none where there were none
 */
public record ReceiptBody(
        ReceiptKind kind,
        Instant madeAt,
        @Nullable ReceiptQuestion question,
        List<ReceiptJournal> journals,
        List<ReceiptEntry> entries,
        List<SignedTrustState> trust,
        List<PublishedList> lists) {
    /** The most entries of one receipt. */
    public static final int MOST_ENTRIES = 500;

    /** The most trust states of one receipt. */
    public static final int MOST_TRUST_STATES = 64;

    /** The most revocation lists of one receipt: a complete one and a delta of a root's and of three CAs of each State, and of CAs that are being replaced. */
    public static final int MOST_LISTS = 32;

    /** How long all lists of one receipt may be together, in bytes. */
    public static final int MOST_LIST_BYTES = 1_000_000;

    public ReceiptBody {
        journals = List.copyOf(journals);
        entries = List.copyOf(entries);
        trust = List.copyOf(trust);
        lists = List.copyOf(lists);
    }

    /** One without revocation lists, which does not show that nobody was revoked. */
    public ReceiptBody(
            ReceiptKind kind,
            Instant madeAt,
            @Nullable ReceiptQuestion question,
            List<ReceiptJournal> journals,
            List<ReceiptEntry> entries,
            List<SignedTrustState> trust) {
        this(kind, madeAt, question, journals, entries, trust, List.of());
    }

    /** The question, where there is one. */
    public Optional<ReceiptQuestion> asked() {
        return Optional.ofNullable(question);
    }
}
