package org.liptako.node.cli.client;

import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.Zone;

/**
 * A node as a client reaches it: where it listens, and the DNS name that its certificate must show.
 *
 * @param serverName such as {@code node-1.ml-bko-1.ml.aes.internal}: node, site, State, zone
 */
public record NodeTarget(String host, int port, String serverName) {
    private static final int LABELS_BEFORE_ZONE = 3;

    public NodeTarget {
        if (host.isBlank() || serverName.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a node is reached at a host, a port from 1 to 65535 and a DNS name");
        }
    }

    /**
     * The zone that the node's name lies in.
     *
     * @throws MalformedNameException if the name is no node's
     */
    Zone zone() {
        var labels = serverName.split("\\.", LABELS_BEFORE_ZONE + 1);
        if (labels.length <= LABELS_BEFORE_ZONE) {
            throw new MalformedNameException("A node's DNS name has its node, site, State and zone.");
        }
        return new Zone(labels[LABELS_BEFORE_ZONE]);
    }
}
