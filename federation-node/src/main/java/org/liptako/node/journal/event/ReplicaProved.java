package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.name.SiteId;

/**
 * Every chunk of a sealed copy was read from its disk again, and is the one that the manifest names.
 *
 * @param chunks all of them
 * @param repaired those that were fetched anew before
 */
public record ReplicaProved(
        Instant at, DatasetId dataset, SiteId site, VersionRoot versionRoot, long chunks, long repaired)
        implements JournalEvent {}
