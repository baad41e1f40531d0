package org.liptako.node.exchange.publication;

import java.io.IOException;
import java.util.Optional;
import org.liptako.node.exchange.damage.DamagedCopies;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.store.DamagedManifestException;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.store.ReplicaStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every version that this site can serve: what it published, and what it received and sealed.
 *
 * @param damaged what of the latter is given to nobody
 */
public record Holdings(PublishedVersions published, ReplicaStore store, DamagedCopies damaged) {
    private static final Logger LOG = LoggerFactory.getLogger(Holdings.class);

    /** A version that may be given, by the wire or by road; empty too while it is withdrawn. */
    public Optional<HeldVersion> find(DatasetVersion version) throws IOException {
        Optional<HeldVersion> own = published.find(version);
        if (own.isPresent()) {
            return own;
        }
        return damaged.contains(version) ? Optional.empty() : store.sealed(version);
    }

    /**
     * A chunk of a version was read here, and is lost: a copy that was received is withdrawn at once, and mended by itself. Where it is the
     * manifest beside it that is damaged, no chunk is said to be.
     *
     * @return whether it is withdrawn; not if this State has published it, or it is here no longer
     */
    public boolean withdraw(DatasetVersion version) throws IOException {
        if (published.find(version).isPresent()) {
            return false;
        }
        int chunks = 1;
        try {
            if (store.sealedAnew(version).isEmpty()) {
                return damaged.contains(version);
            }
        } catch (DamagedManifestException e) {
            LOG.warn("{} No chunk of {} is found wrong.", e.getMessage(), version);
            chunks = 0;
        }
        damaged.withdraw(version, chunks);
        return true;
    }

    /** Whether the copy that is here was found damaged, and is not proved again yet. */
    public boolean isWithdrawn(DatasetVersion version) throws IOException {
        return damaged.contains(version) && published.find(version).isEmpty();
    }
}
