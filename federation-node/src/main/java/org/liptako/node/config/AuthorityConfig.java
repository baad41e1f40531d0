package org.liptako.node.config;

/**
 * The node of the own State that holds its node CA, where this one does not.
 *
 * @param serverName the DNS name that its certificate must bear
 */
public record AuthorityConfig(String host, int port, String serverName) {}
