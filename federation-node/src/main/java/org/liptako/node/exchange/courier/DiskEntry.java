package org.liptako.node.exchange.courier;

import java.time.Instant;
import java.util.Optional;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/**
 * What one journal entry says of a disk.
 *
 * @param source the data centre that gives; empty of one that was taken
 * @param site the one that receives
 * @param seal over the disk's label; empty of one that was taken without it
 * @param chunks on the disk, or taken from it
 * @param failed chunks that should have been on it
 */
record DiskEntry(
        long index,
        DiskEntryKind kind,
        GrantSerial grant,
        DatasetVersion version,
        Optional<SiteId> source,
        SiteId site,
        int disk,
        int disks,
        Optional<Digest> seal,
        long chunks,
        long bytes,
        long failed,
        Optional<String> note,
        Instant at) {}
