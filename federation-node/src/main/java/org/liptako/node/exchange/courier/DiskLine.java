package org.liptako.node.exchange.courier;

import java.util.concurrent.atomic.AtomicBoolean;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** One disk at a time is written, and one read: each keeps a disk busy, and two in one directory would be in each other's way. Thread-safe. */
final class DiskLine {
    private final AtomicBoolean busy = new AtomicBoolean();

    /** Takes the turn; whoever has it releases it.
     *
     * @throws Failure NOT_READY while another disk is worked on
     */
    void take() {
        if (!busy.compareAndSet(false, true)) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "Ce nœud travaille déjà à un disque de transport ; recommencez quand il aura fini.",
                    "This node is at work on a courier disk already; try again when it is done.");
        }
    }

    void release() {
        busy.set(false);
    }
}
