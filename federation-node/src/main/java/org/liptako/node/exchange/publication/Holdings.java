package org.liptako.node.exchange.publication;

import java.io.IOException;
import java.util.Optional;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.store.ReplicaStore;

/** Every version that this site can serve: what it published, and what it received and sealed. */
public record Holdings(PublishedVersions published, ReplicaStore store) {
    public Optional<HeldVersion> find(DatasetVersion version) throws IOException {
        Optional<HeldVersion> own = published.find(version);
        return own.isPresent() ? own : store.sealed(version);
    }
}
