package org.liptako.node.peer;

import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * The node of another State, as the configuration names it.
 *
 * @param serverName the DNS name that its certificate must bear
 */
public record Peer(State state, SiteId site, String host, int port, String serverName) {}
