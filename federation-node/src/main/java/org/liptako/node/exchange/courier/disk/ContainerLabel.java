package org.liptako.node.exchange.courier.disk;

import org.liptako.node.exchange.manifest.ChunkRange;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.GrantSerial;

/**
 * What a container says of itself, in its first frame: so it is of use under any name, on any disk, and without the disk's label.
 *
 * @param disk the disk it was written for, from 1
 * @param disks of how many
 * @param container which of that disk's, from 1
 * @param chunks those in it, one after the other
 */
public record ContainerLabel(
        String format,
        GrantSerial grant,
        DatasetVersion version,
        int disk,
        int disks,
        int container,
        ChunkRange chunks) {
    /** @throws IllegalArgumentException if no container can be so */
    public ContainerLabel {
        if (!DiskLabel.FORMAT.equals(format) || disk < 1 || disk > disks || disks > DiskPlan.MOST_DISKS) {
            throw new IllegalArgumentException("This is no container of the form " + DiskLabel.FORMAT + ".");
        }
        if (container < 1 || container > DiskNames.MOST_CONTAINERS) {
            throw new IllegalArgumentException("There is no container " + container + ".");
        }
    }
}
