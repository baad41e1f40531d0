package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.name.SiteId;

/** The receiver has proved every chunk of a copy on its own disk. */
public record ReplicaSealed(
        Instant at,
        GrantSerial grant,
        DatasetId dataset,
        SiteId site,
        VersionRoot versionRoot,
        long chunks,
        boolean encrypted)
        implements JournalEvent {}
