package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.name.SiteId;

/**
 * The source has given a copy, and the receiver says that it sealed it.
 *
 * @param site the receiver's
 */
public record ReplicaGiven(
        Instant at, GrantSerial grant, DatasetId dataset, SiteId site, VersionRoot versionRoot, long chunks)
        implements JournalEvent {}
