package org.liptako.node.peer;

import java.util.List;
import org.liptako.node.journal.PeerJournals;

/** Follows the journals of all configured peers, from {@link #start()} until it is closed. */
public final class PeerWatch implements AutoCloseable {
    private final List<JournalFollower> followers;

    PeerWatch(PeerDirectory directory, PeerChannels channels, PeerJournals journals, List<PeerReturn> waiting) {
        this.followers = directory.peers().stream()
                .map(peer -> new JournalFollower(peer.state(), channels, journals, waiting))
                .toList();
    }

    /** Begins; the root calls this once the node itself answers. */
    public void start() {
        for (JournalFollower follower : followers) {
            Thread.ofVirtual().name("follower").start(follower);
        }
    }

    @Override
    public void close() {
        followers.forEach(JournalFollower::stop);
    }
}
