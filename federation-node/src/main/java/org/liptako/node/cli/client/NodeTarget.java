package org.liptako.node.cli.client;

import io.grpc.netty.NettyChannelBuilder;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.wire.NodeAddresses;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.Zone;

/**
 * A node as a client reaches it: where it listens, and the DNS name that its certificate must show.
 *
 * @param serverName such as {@code node-1.ml-bko-1.ml.aes.internal}: node, site, State, zone
 * @param also further processes of the node, called where the first does not answer
 */
public record NodeTarget(String host, int port, String serverName, List<NodeTarget> also) {
    private static final int LABELS_BEFORE_ZONE = 3;
    private static final Pattern COMMA = Pattern.compile(",");
    private static final int MOST_PROCESSES = 16;

    public NodeTarget {
        also = List.copyOf(also);
        if (host.isBlank() || serverName.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a node is reached at a host, a port from 1 to 65535 and a DNS name");
        }
    }

    /** A node of one process. */
    public NodeTarget(String host, int port, String serverName) {
        this(host, port, serverName, List.of());
    }

    /**
     * The node at {@code HOST:PORT}, or at several of them with commas between, whichever answers.
     *
     * @param serverName the name in its certificate, or one for each with commas between; the host's where null
     * @throws CommandFailure if the text is not so
     */
    public static NodeTarget of(String node, @Nullable String serverName) {
        var nodes = COMMA.splitAsStream(node).toList();
        var names = serverName == null
                ? List.<String>of()
                : COMMA.splitAsStream(serverName).toList();
        if (nodes.isEmpty() || nodes.size() > MOST_PROCESSES || (serverName != null && names.size() != nodes.size())) {
            throw CommandFailure.badInput(
                    "--node et --server-name : attendu autant de noms que d'adresses, seize au plus.",
                    "--node and --server-name: expected as many names as addresses, sixteen at most.");
        }
        var targets = IntStream.range(0, nodes.size())
                .mapToObj(index -> single(nodes.get(index), names.isEmpty() ? null : names.get(index)))
                .toList();
        var first = targets.getFirst();
        return new NodeTarget(first.host(), first.port(), first.serverName(), targets.subList(1, targets.size()));
    }

    private static NodeTarget single(String node, @Nullable String serverName) {
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

    /** The names one of which the certificate that is shown must bear. */
    List<String> serverNames() {
        return Stream.concat(Stream.of(serverName), also.stream().map(NodeTarget::serverName))
                .toList();
    }

    /** The target of a channel to whichever answers. */
    NettyChannelBuilder channel() {
        return also.isEmpty()
                ? NettyChannelBuilder.forAddress(host, port)
                : NettyChannelBuilder.forTarget(NodeAddresses.target(Stream.concat(Stream.of(this), also.stream())
                        .map(one -> new NodeAddresses.Address(one.host, one.port))
                        .toList()));
    }

    /**
     * The zone that the node's name lies in.
     *
     * @throws MalformedNameException if the name is no node's
     */
    public Zone zone() {
        var labels = serverName.split("\\.", LABELS_BEFORE_ZONE + 1);
        if (labels.length <= LABELS_BEFORE_ZONE) {
            throw new MalformedNameException(
                    "Le nom DNS d'un nœud a son nœud, son site, son État et sa zone.",
                    "A node's DNS name has its node, site, State and zone.");
        }
        return new Zone(labels[LABELS_BEFORE_ZONE]);
    }
}
