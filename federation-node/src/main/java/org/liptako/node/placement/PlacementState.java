package org.liptako.node.placement;

/** How a binding request stands. */
public enum PlacementState {
    /** Waits for a State that does not answer; nothing moves. */
    PENDING,
    /** A State said no, or could not say yes. */
    REFUSED,
    /** Journaled by the home State, not yet accepted by the host; nothing moves. */
    GRANTED,
    /** Every State concerned has journaled it: the copy may move. */
    ACCEPTED;

    /** Whether nothing more will happen to the request by itself. */
    public boolean isSettled() {
        return this == REFUSED || this == ACCEPTED;
    }
}
