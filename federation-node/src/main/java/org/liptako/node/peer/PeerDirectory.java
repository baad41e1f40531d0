package org.liptako.node.peer;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.pki.name.State;

/** The nodes of the other States: one for each State that this node knows how to reach. */
public final class PeerDirectory {
    private final Map<State, Peer> peers = new EnumMap<>(State.class);

    public PeerDirectory(Collection<Peer> peers) {
        for (Peer peer : peers) {
            this.peers.put(peer.state(), peer);
        }
    }

    /** In the order of the States. */
    public List<Peer> peers() {
        return List.copyOf(peers.values());
    }

    public Optional<Peer> of(State state) {
        return Optional.ofNullable(peers.get(state));
    }
}
