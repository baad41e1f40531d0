package org.liptako.node.exchange.transfer;

/** How a transfer stands. */
public enum TransferState {
    /** Not begun, or to be begun again by itself. */
    WAITING,
    /** Chunks are moving. */
    RUNNING,
    /** Proved, synced and journaled. */
    SEALED,
    /** Stopped by something that will not mend itself; an operator may start it again. */
    STOPPED,
    /** Over without a copy: the grant ended first, and what had come was removed. */
    DISCARDED;

    /** Whether the node goes on with it by itself. */
    public boolean isUnderWay() {
        return this == WAITING || this == RUNNING;
    }

    /** Whether nothing more comes of it, whoever asks. */
    public boolean isOver() {
        return this == SEALED || this == DISCARDED;
    }
}
