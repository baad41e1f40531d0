package org.liptako.node.config;

/**
 * Where one process of another State's node listens.
 *
 * @param serverName the DNS name that its certificate must bear
 */
public record PeerProcess(String host, int port, String serverName) {}
