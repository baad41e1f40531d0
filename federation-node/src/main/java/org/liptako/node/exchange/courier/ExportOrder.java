package org.liptako.node.exchange.courier;

import java.util.List;
import java.util.OptionalInt;
import org.liptako.node.journal.event.GrantSerial;

/**
 * What an operator wants written.
 *
 * @param directory below the courier directory
 * @param capacities bytes of each disk, the last one for all that follow; empty where the plan is settled
 * @param disk which one; empty for the first that is not written
 */
record ExportOrder(GrantSerial grant, String directory, List<Long> capacities, OptionalInt disk) {
    ExportOrder {
        capacities = List.copyOf(capacities);
    }
}
