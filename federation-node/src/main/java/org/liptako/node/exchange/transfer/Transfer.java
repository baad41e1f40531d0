package org.liptako.node.exchange.transfer;

import org.liptako.node.wire.Sentence;

/**
 * A transfer into this site.
 *
 * @param waitsFor what keeps it from moving
 * @param reason why it stands so
 * @param attempts how often it was begun
 * @param confirmed whether the source has journaled that it gave the copy
 */
public record Transfer(
        TransferPlan plan,
        TransferOrder order,
        TransferState state,
        TransferWait waitsFor,
        Sentence reason,
        TransferProgress progress,
        int attempts,
        boolean confirmed) {

    /** The same, kept from moving by something. */
    Transfer waiting(Hindrance hindrance) {
        return new Transfer(
                plan,
                order,
                TransferState.WAITING,
                hindrance.waitsFor(),
                hindrance.reason(),
                progress,
                attempts,
                confirmed);
    }

    /** What a person can do about what keeps it. */
    public Sentence whatToDo() {
        return state == TransferState.STOPPED && waitsFor == TransferWait.PEER
                ? TransferReasons.CALL_AND_START
                : waitsFor.advice();
    }

    /** What is still to come; 0 where that is not known yet. */
    public long bytesLeft() {
        if (state == TransferState.SEALED || state == TransferState.DISCARDED) {
            return 0;
        }
        if (progress.chunks() == 0) {
            return order.expectedBytes();
        }
        return progress.bytesLeft();
    }
}
