package org.liptako.node.exchange.transfer;

import java.util.Optional;
import org.liptako.node.exchange.queue.Pauses;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.name.State;

/** Whether bytes of a transfer may move now, as far as this site's operators say. Thread-safe. */
public final class TransferGate {
    private final Pauses pauses;

    public TransferGate(Pauses pauses) {
        this.pauses = pauses;
    }

    Optional<Hindrance> hindrance(GrantSerial grant, State source) {
        return pauses.of(grant, source).map(pause -> new Hindrance(TransferWait.PAUSED, TransferReasons.paused(pause)));
    }

    /** Reads anew what another process may have changed. */
    void refresh() {
        pauses.refresh();
    }
}
