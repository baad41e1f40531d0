package org.liptako.node.exchange.repair;

import java.io.IOException;
import java.util.Optional;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.publication.PublishedVersions;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.ReplicaProved;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;

/** Finds copies that this State's journal calls sealed at this site, and of which nothing lies here. Thread-safe. */
final class GoneCopies {
    /** At least so many are gone, where the entry that proved the copy last does not say. */
    private static final int UNKNOWN = 1;

    private final SiteRecord own;
    private final ReplicaStore store;
    private final PublishedVersions published;

    GoneCopies(SiteRecord own, Holdings holdings) {
        this.own = own;
        this.store = holdings.store();
        this.published = holdings.published();
    }

    /** @param chunks how many it had when it was proved last */
    record GoneCopy(DatasetVersion version, int chunks) {}

    /** The copy of a dataset that is gone; a site has one that its journal knows of. */
    Optional<GoneCopy> of(DatasetId dataset) throws IOException {
        Optional<ReplicaStatement> sealed = own.registry()
                .replica(dataset, own.site())
                .filter(copy -> copy.state().status() == ReplicaStatus.SEALED
                        // By the same site's own finding.
                        || copy.state().status() == ReplicaStatus.LOST)
                .filter(copy -> copy.state().grant() != null);
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        VersionRoot root = sealed.get().state().versionRoot();
        if (root == null) {
            return Optional.empty();
        }
        DatasetVersion version = new DatasetVersion(dataset, root);
        // In this order: what is journaled as sealed may still be on its way from the one place to the other.
        boolean here = store.quarantined(version)
                || store.sealed(dataset).contains(version)
                // A copy that has come home from abroad is sealed where it was published.
                || published.find(version).isPresent();
        return here ? Optional.empty() : Optional.of(new GoneCopy(version, chunks(sealed.get())));
    }

    private int chunks(ReplicaStatement copy) {
        return own.journal().read(copy.source().journalIndex(), 1).stream()
                .flatMap(entry -> event(entry).stream())
                .mapToInt(GoneCopies::chunks)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static Optional<JournalEvent> event(JournalEntry entry) {
        return entry.opened().flatMap(opening -> JournalJson.event(opening.payload()));
    }

    private static int chunks(JournalEvent event) {
        return switch (event) {
            case ReplicaSealed sealed -> Math.toIntExact(sealed.chunks());
            case ReplicaProved proved -> Math.toIntExact(proved.chunks());
            case JournalEvent other -> UNKNOWN;
        };
    }
}
