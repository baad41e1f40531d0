package org.liptako.pki.trust;

import java.util.List;

/** Who is where: the nodes of the federation, and the keys that outlive them. */
public record Directory(List<NodeAddress> nodes, List<ListedKey> keys) {
    static final int MOST = 1_000;

    public static final Directory EMPTY = new Directory(List.of(), List.of());

    public Directory {
        nodes = List.copyOf(nodes);
        keys = List.copyOf(keys);
        if (nodes.size() > MOST || keys.size() > MOST) {
            throw new IllegalArgumentException("A trust state lists at most " + MOST + " nodes and " + MOST + " keys.");
        }
        if (nodes.stream().map(NodeAddress::node).distinct().count() != nodes.size()) {
            throw new IllegalArgumentException("A trust state lists each node once.");
        }
    }
}
