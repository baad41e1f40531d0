package org.liptako.node.cli.client;

import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
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
     * The node at {@code HOST:PORT}.
     *
     * @param serverName the name in its certificate; the host's where null
     * @throws CommandFailure if the text is not so
     */
    public static NodeTarget of(String node, @Nullable String serverName) {
        int colon = node.lastIndexOf(':');
        try {
            var host = node.substring(0, colon);
            int port = Integer.parseInt(node.substring(colon + 1));
            return new NodeTarget(host, port, serverName == null ? host : serverName);
        } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
            throw CommandFailure.badInput(
                    "--node « " + node + " » : attendu HÔTE:PORT, par exemple 127.0.0.1:8443.",
                    "--node \"" + node + "\": expected HOST:PORT, such as 127.0.0.1:8443.");
        }
    }

    /**
     * The zone that the node's name lies in.
     *
     * @throws MalformedNameException if the name is no node's
     */
    public Zone zone() {
        var labels = serverName.split("\\.", LABELS_BEFORE_ZONE + 1);
        if (labels.length <= LABELS_BEFORE_ZONE) {
            throw new MalformedNameException("A node's DNS name has its node, site, State and zone.");
        }
        return new Zone(labels[LABELS_BEFORE_ZONE]);
    }
}
