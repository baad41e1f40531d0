package org.liptako.node.journal.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/**
 * A disk was read at the data centre it was for; what it held is proved and on that centre's disk, but for what failed.
 *
 * @param disk which disk, from 1
 * @param disks of how many
 * @param seal over the disk's label file; null where that could not be read
 * @param taken chunks that had not come before
 * @param known chunks that had
 * @param failed chunks that should be on the disk, and are not or not whole
 */
public record CourierDiskImported(
        Instant at,
        GrantSerial grant,
        DatasetId dataset,
        SiteId site,
        VersionRoot versionRoot,
        int disk,
        int disks,
        @Nullable Digest seal,
        long taken,
        long known,
        long failed)
        implements JournalEvent {}
