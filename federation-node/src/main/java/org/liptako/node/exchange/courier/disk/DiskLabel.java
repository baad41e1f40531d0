package org.liptako.node.exchange.courier.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.liptako.node.exchange.manifest.ChunkRange;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.name.SiteId;

/**
 * What a disk says of itself, signed by the node that wrote it, in the context {@link #CONTEXT}.
 *
 * @param encrypted whether the copy is of the ciphertext under the dataset's key
 * @param from the data centre that gives
 * @param to the one that is to receive
 * @param disk which disk, from 1
 * @param disks of how many
 * @param chunks those on the disk
 * @param containers how many containers hold them
 */
public record DiskLabel(
        String format,
        GrantSerial grant,
        DatasetVersion version,
        boolean encrypted,
        SiteId from,
        SiteId to,
        int disk,
        int disks,
        ChunkRange chunks,
        int containers,
        Instant at) {
    /** What the label is to a signer: part of what is signed. */
    public static final String CONTEXT = "courier-disk";

    /** The form of this version. */
    public static final String FORMAT = "liptako-courier/v1";

    /** @throws IllegalArgumentException if no disk can be so */
    public DiskLabel {
        if (!FORMAT.equals(format) || disk < 1 || disk > disks || disks > DiskPlan.MOST_DISKS) {
            throw new IllegalArgumentException("This is no label of a courier disk of the form " + FORMAT + ".");
        }
        if (containers < 1 || containers > DiskNames.MOST_CONTAINERS) {
            throw new IllegalArgumentException("A disk does not have " + containers + " containers.");
        }
    }

    /** The bytes to sign. */
    public byte[] toJson() {
        return JournalJson.write(this).getBytes(UTF_8);
    }

    /** @throws IllegalArgumentException unless the bytes are a label's */
    static DiskLabel parse(byte[] json) {
        return JournalJson.read(new String(json, UTF_8), DiskLabel.class);
    }
}
