package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.name.SiteId;

/**
 * A copy was removed under a grant, and it was checked that it is gone.
 *
 * @param grant the grant for the erasure
 */
public record ReplicaErased(Instant at, GrantSerial grant, DatasetId dataset, SiteId site) implements JournalEvent {}
