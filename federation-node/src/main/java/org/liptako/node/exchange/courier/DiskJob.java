package org.liptako.node.exchange.courier;

import org.liptako.node.exchange.courier.ExportStore.Plan;
import org.liptako.node.exchange.grant.ExchangeGrant;
import org.liptako.node.exchange.manifest.ChunkRange;
import org.liptako.node.exchange.store.HeldVersion;

/**
 * One disk to be written.
 *
 * @param supply where its chunks come from
 * @param disk which of the plan's, from 1
 */
record DiskJob(ExchangeGrant grant, RoadSupply supply, Plan plan, int disk) {
    HeldVersion held() {
        return supply.held();
    }

    /** The chunks that it is to hold. */
    ChunkRange chunks() {
        return plan.disks().get(disk - 1);
    }
}
