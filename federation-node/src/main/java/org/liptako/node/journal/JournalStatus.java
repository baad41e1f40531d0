package org.liptako.node.journal;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.HashChain;
import org.liptako.pki.name.State;

/**
 * How far this node knows a State's journal.
 *
 * @param chain its size and head as known here
 * @param heard when it was last read from its own State; null if never
 * @param reachable whether its node answered the last time it was asked
 */
public record JournalStatus(
        State state, HashChain chain, @Nullable Instant heard, boolean reachable) {
    public Optional<Instant> lastHeard() {
        return Optional.ofNullable(heard);
    }

    JournalStatus reachable(boolean answered) {
        return new JournalStatus(state, chain, heard, answered);
    }

    JournalStatus heardNow(Instant now) {
        return new JournalStatus(state, chain, now, true);
    }
}
