package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/**
 * A disk was written under a grant, encrypted to the data centre that is to receive it.
 *
 * @param source the data centre that gives
 * @param site the one that receives
 * @param disk which disk, from 1
 * @param disks of how many
 * @param seal over the disk's label file, as it stands on the paper slip
 * @param chunks on the disk
 * @param bytes of all its files
 */
public record CourierDiskExported(
        Instant at,
        GrantSerial grant,
        DatasetId dataset,
        SiteId source,
        SiteId site,
        VersionRoot versionRoot,
        int disk,
        int disks,
        Digest seal,
        long chunks,
        long bytes)
        implements JournalEvent {}
