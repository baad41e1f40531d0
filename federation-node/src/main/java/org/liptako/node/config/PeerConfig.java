package org.liptako.node.config;

import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * The node of another State.
 *
 * @param serverName the DNS name that its certificate must bear
 */
public record PeerConfig(State state, SiteId site, String host, int port, String serverName) {}
