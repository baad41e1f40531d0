package org.liptako.node.exchange.transfer;

import java.util.Optional;
import org.liptako.node.exchange.pace.PaceLimits;
import org.liptako.node.exchange.queue.Pauses;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.name.State;

/** Whether bytes of a transfer may move now, as far as this site's operators say. Thread-safe. */
public final class TransferGate {
    private final Pauses pauses;
    private final PaceLimits limits;

    public TransferGate(Pauses pauses, PaceLimits limits) {
        this.pauses = pauses;
        this.limits = limits;
    }

    Optional<Hindrance> hindrance(GrantSerial grant, State source) {
        return pauses.of(grant, source)
                .map(pause -> new Hindrance(TransferWait.PAUSED, TransferReasons.paused(pause)))
                .or(() -> limits.closed(source)
                        .map(closure -> new Hindrance(TransferWait.WINDOW, TransferReasons.closed(closure))));
    }

    /** Reads anew what another process may have changed. */
    void refresh() {
        pauses.refresh();
        limits.refresh();
    }
}
