package org.liptako.node.journal.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;

/**
 * Entries that a State had signed and lost were given up by order of its officers, because who has them, or may have them, did not give them back. Their indexes are given anew; it is said here so
 * that nobody takes it for a rewind.
 *
 * @param first the index of the first entry that is gone
 * @param end the first index after the last one that was signed, as far as that was shown
 * @param withheldBy who showed that they were signed and gave none
 * @param silent who did not answer, always or at times, while the order was drawn up
 * @param since when they were first asked for in vain
 * @param order SHA-256 of the order that was signed
 * @param signers the officers who count, by name
 * @param signatures CMS SignedData, detached, over the order, which these components make again; base64; null in entries that were written before it was kept
 */
public record JournalLossOrdered(
        Instant at,
        long first,
        long end,
        List<State> withheldBy,
        List<State> silent,
        Instant since,
        Digest order,
        List<String> signers,
        @Nullable String signatures)
        implements JournalEvent {
    public JournalLossOrdered {
        withheldBy = List.copyOf(withheldBy);
        silent = List.copyOf(silent);
        signers = List.copyOf(signers);
    }
}
