package org.liptako.node.journal.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/**
 * The end of what {@link CustodyDisputed} began, for the same State, cause and node.
 *
 * @param trustState the number of the trust state held then; 0 for none
 */
public record CustodyRestored(
        Instant at,
        State state,
        CustodyCause cause,
        long trustState,
        @Nullable String node,
        Sentence words) implements JournalEvent {}
