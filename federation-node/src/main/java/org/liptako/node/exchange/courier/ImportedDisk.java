package org.liptako.node.exchange.courier;

import java.util.List;
import java.util.Optional;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;

/**
 * What came of a disk.
 *
 * @param seal over the label file; empty where there is none to read
 * @param taken chunks that had not come before
 * @param known chunks that had
 * @param failed chunks that should have been on the disk, and did not come
 * @param durable chunks of the copy that are proved and on this site's disk
 * @param chunks of the copy
 */
record ImportedDisk(
        GrantSerial grant,
        int disk,
        int disks,
        Optional<Digest> seal,
        long taken,
        long known,
        long failed,
        List<Sentence> faults,
        long durable,
        long chunks) {
    ImportedDisk {
        faults = List.copyOf(faults);
    }
}
