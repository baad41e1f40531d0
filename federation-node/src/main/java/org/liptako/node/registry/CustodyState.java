package org.liptako.node.registry;

import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.CustodyCause;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/**
 * Whether a State's custody of the copies that lie with it is disputed.
 *
 * @param disputed false once the dispute has ended
 * @param trustState the number of the trust state held when it was said; 0 for none
 * @param node the node that says so alone; null where the trust state does
 */
public record CustodyState(
        State state,
        boolean disputed,
        CustodyCause cause,
        long trustState,
        @Nullable String node,
        Sentence words) {}
