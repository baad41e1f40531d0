package org.liptako.node.placement;

import org.liptako.node.wire.Sentence;

/**
 * How a request stands, and why.
 *
 * @param reason a code: a {@link RefusalReason}, or the state itself
 */
record Standing(PlacementState state, String reason, Sentence words) {

    static Standing refused(RefusalReason reason, Sentence words) {
        return new Standing(PlacementState.REFUSED, reason.name(), words);
    }

    static Standing of(PlacementState state, Sentence words) {
        return new Standing(state, state.name(), words);
    }
}
