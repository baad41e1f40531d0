package org.liptako.node.exchange.courier;

import org.liptako.node.exchange.courier.ExportStore.Plan;
import org.liptako.node.exchange.grant.ExchangeGrant;
import org.liptako.node.exchange.manifest.ChunkRange;
import org.liptako.node.exchange.store.HeldVersion;

/**
 * One disk to be written.
 *
 * @param disk which of the plan's, from 1
 */
record DiskJob(ExchangeGrant grant, HeldVersion held, Plan plan, int disk) {
    /** The chunks that it is to hold. */
    ChunkRange chunks() {
        return plan.disks().get(disk - 1);
    }
}
