package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.name.SiteId;

/** The receiver has begun to fetch a copy under a grant. */
public record TransferStarted(Instant at, GrantSerial grant, DatasetId dataset, SiteId site, VersionRoot versionRoot)
        implements JournalEvent {}
