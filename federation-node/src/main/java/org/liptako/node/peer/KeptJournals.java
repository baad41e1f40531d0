package org.liptako.node.peer;

import jakarta.inject.Singleton;
import java.util.List;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.journal.restore.KeptJournal;

/** What the other States' nodes have kept of this State's journal. */
@Singleton
public final class KeptJournals {
    private final PeerDirectory directory;
    private final PeerChannels channels;

    KeptJournals(PeerDirectory directory, PeerChannels channels) {
        this.directory = directory;
        this.channels = channels;
    }

    /** One for each peer. */
    public List<KeptJournal> all() {
        return directory.peers().stream()
                .map(PeerConfig::state)
                .<KeptJournal>map(peer -> new KeptClient(peer, channels))
                .toList();
    }
}
