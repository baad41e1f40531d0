package org.liptako.node.possession.reconcile;

import java.util.Collection;
import java.util.Set;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.transfer.TransferStore;
import org.liptako.node.possession.holding.HoldingStore;

/** What a look compares at a site: its store, what the journals say of it, and what is on its way. */
public record Stock(SiteRecord own, ReplicaStore store, HoldingStore journaled, TransferStore transfers) {
    /** Those of these versions that are being received or sealed. */
    Set<DatasetVersion> underWay(Collection<DatasetVersion> versions) {
        return transfers.underWay(own.site(), versions);
    }
}
