package org.liptako.node.exchange.publication;

import java.io.IOException;
import java.util.Optional;
import org.liptako.node.exchange.damage.DamagedCopies;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.store.ReplicaStore;

/**
 * Every version that this site can serve: what it published, and what it received and sealed.
 *
 * @param damaged what of the latter is given to nobody
 */
public record Holdings(PublishedVersions published, ReplicaStore store, DamagedCopies damaged) {
    /** A version that may be given, by the wire or by road; empty too while it is withdrawn. */
    public Optional<HeldVersion> find(DatasetVersion version) throws IOException {
        Optional<HeldVersion> own = published.find(version);
        if (own.isPresent()) {
            return own;
        }
        return damaged.contains(version) ? Optional.empty() : store.sealed(version);
    }

    /** Whether the copy that is here was found damaged, and is not proved again yet. */
    public boolean isWithdrawn(DatasetVersion version) throws IOException {
        return damaged.contains(version) && published.find(version).isEmpty();
    }
}
