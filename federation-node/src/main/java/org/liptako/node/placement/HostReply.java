package org.liptako.node.placement;

import org.liptako.node.wire.Sentence;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.facts.Facts;

/** What home makes of the host's judgement. */
sealed interface HostReply {
    /**
     * It is what the host's published rules give, on facts that are the host's to tell.
     *
     * @param joint both States' facts
     */
    record Believed(Decision decision, Facts joint) implements HostReply {}

    /** It cannot be built on, whatever it says. */
    record Useless(RefusalReason reason, Sentence words) implements HostReply {}
}
