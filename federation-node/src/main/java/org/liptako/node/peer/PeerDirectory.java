package org.liptako.node.peer;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.node.config.PeerConfig;
import org.liptako.pki.name.State;

/** The nodes of the other States: one for each State that this node knows how to reach. */
public final class PeerDirectory {
    private final Map<State, PeerConfig> peers = new EnumMap<>(State.class);

    /** The configuration has refused two peers of one State, and one of our own. */
    PeerDirectory(Collection<PeerConfig> peers) {
        for (PeerConfig peer : peers) {
            this.peers.put(peer.state(), peer);
        }
    }

    /** In the order of the States. */
    public List<PeerConfig> peers() {
        return List.copyOf(peers.values());
    }

    public Optional<PeerConfig> of(State state) {
        return Optional.ofNullable(peers.get(state));
    }
}
