package org.liptako.node.placement.impact;

import java.util.Optional;

/** Tells at what rate this node's transfers have moved bytes; the room that moves them knows. */
@FunctionalInterface
public interface MeasuredTransfers {
    /** Over the last transfers that were sealed, from the order to the seal, waiting included; empty if there are none. */
    Optional<TransferRate> lately();
}
