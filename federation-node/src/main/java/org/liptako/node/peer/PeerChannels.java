package org.liptako.node.peer;

import io.grpc.Channel;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * The channels to the other States' nodes: one long-lived connection each, over mutual TLS, to a server whose chain says
 * that it is a node of that State.
 *
 * <p>Safe for use by many threads. A stub made on a channel sets its own deadline.
 */
public interface PeerChannels {

    /**
     * The channel to a State's node; cheap, to be asked for at each use.
     *
     * @throws Failure PEER_SILENT if no node of that State is configured
     */
    Channel channel(State state);

    /**
     * The channel to a State's node for asking about trust and nothing else: it stands also while the revocation lists
     * held here are too old to judge the node by.
     *
     * @throws Failure PEER_SILENT if no node of that State is configured
     */
    default Channel trustChannel(State state) {
        return channel(state);
    }

    /**
     * The channel to the node of a data centre of another State: its own where that is configured, and otherwise that of its State's node.
     *
     * @throws Failure PEER_SILENT if neither is configured
     */
    default Channel siteChannel(SiteId site) {
        return channel(site.state().orElseThrow());
    }

    /**
     * A connection of one's own to a State's node, for moving bytes beside those that others move; to be closed.
     *
     * @throws Failure PEER_SILENT if no node of that State is configured
     */
    default PeerLane lane(State state) {
        return PeerLane.shared(channel(state));
    }

    /** Begins to dial so many lanes to a State's node, for whoever borrows them next; does nothing where no node of that State is configured. */
    default void dial(State state, int count) {
        // What is dialled at its first use needs no preparation.
    }

    /**
     * Whether a lane to a State's node is connected; where none is, one is dialled at once, however lately that has failed. Never where no
     * node of that State is configured.
     */
    default boolean reaches(State state) {
        return false;
    }

    /** Has every lane to a State's node begin a new connection with its next call: those that there are may lead nowhere any more. */
    default void hangUp(State state) {
        // What is shared is found out by its own pings.
    }

    /**
     * Tries at once to connect to a State's node again, where earlier failures would still make it wait.
     *
     * @throws Failure PEER_SILENT if no node of that State is configured
     */
    void retryNow(State state);

    /** The same of the node of a data centre. */
    default void retryNow(SiteId site) {
        retryNow(site.state().orElseThrow());
    }
}
