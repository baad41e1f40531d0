package org.liptako.node.placement;

/**
 * Told of every grant that every State concerned has journaled, at the home State's node and at the host's.
 *
 * <p>Told after the commit, and again after a restart for every grant that is not yet void: a listener must take a grant twice without
 * harm. Called on a thread of its own; what it throws is logged and changes nothing.
 */
public interface GrantListener {
    void onAccepted(AcceptedGrant grant);
}
