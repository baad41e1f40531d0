package org.liptako.node.cli.client;

/** A node as a client reaches it: where it listens, and the DNS name that its certificate must show. */
public record NodeTarget(String host, int port, String serverName) {
    public NodeTarget {
        if (host.isBlank() || serverName.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a node is reached at a host, a port from 1 to 65535 and a DNS name");
        }
    }
}
