package org.liptako.node.possession.reconcile;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.publication.PublishedVersions;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.store.StoreStep;
import org.liptako.node.exchange.transfer.TransferStore;
import org.liptako.node.possession.holding.HoldingStore;

/**
 * What a look compares at a site: its store, what the journals say of it, and what is on its way.
 *
 * @param published a copy that has come home is sealed where it was published
 */
public record Stock(
        SiteRecord own,
        ReplicaStore store,
        PublishedVersions published,
        HoldingStore journaled,
        TransferStore transfers) {
    /** Where the journals' copy lies; empty if nowhere here. */
    Optional<StoreStep> step(DatasetVersion version) throws IOException {
        Optional<StoreStep> received = store.step(version);
        return received.isEmpty() && published.find(version).isPresent() ? Optional.of(StoreStep.SEALED) : received;
    }

    /** Those of these versions that are being received or sealed. */
    Set<DatasetVersion> underWay(Collection<DatasetVersion> versions) {
        return transfers.underWay(own.site(), versions);
    }
}
