package org.liptako.node.journal.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/**
 * No CA of a State is believed here any more: that State's word on the copies that lie with it no longer counts. The copies stay recorded as they were.
 *
 * @param state the State that is not believed
 * @param trustState the number of the trust state held then; 0 for none
 * @param node the node whose distrust list says so; null where the trust state does
 */
public record CustodyDisputed(
        Instant at,
        State state,
        CustodyCause cause,
        long trustState,
        @Nullable String node,
        Sentence words) implements JournalEvent {}
