package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/**
 * A disk that was on its way is lost. Whoever finds it reads nothing on it.
 *
 * @param source the data centre that gave it, whose State says so
 * @param site the one that was to receive it
 * @param seal over the disk's label file, as it was exported
 * @param note where and how, as an operator says
 */
public record CourierDiskLost(
        Instant at,
        GrantSerial grant,
        DatasetId dataset,
        SiteId source,
        SiteId site,
        VersionRoot versionRoot,
        int disk,
        int disks,
        Digest seal,
        String note)
        implements JournalEvent {}
