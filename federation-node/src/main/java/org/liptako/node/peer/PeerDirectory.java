package org.liptako.node.peer;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.config.PeerSite;
import org.liptako.pki.name.SiteId;
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

    /** The data centres of other States that a node is known of: of each State that of its node first. */
    public List<SiteId> sites() {
        return peers.values().stream()
                .flatMap(peer -> Stream.concat(
                        Stream.of(peer.site()), peer.sites().stream().map(PeerSite::site)))
                .toList();
    }

    public Optional<PeerConfig> of(State state) {
        return Optional.ofNullable(peers.get(state));
    }
}
