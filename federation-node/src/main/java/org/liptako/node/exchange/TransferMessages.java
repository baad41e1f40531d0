package org.liptako.node.exchange;

import org.liptako.exchange.v1.Transfer;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.node.exchange.transfer.TransferPlan;
import org.liptako.node.exchange.transfer.TransferProgress;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.wire.SentenceMessages;

/** A transfer as the protocol writes it. */
final class TransferMessages {
    private TransferMessages() {}

    static Transfer toMessage(org.liptako.node.exchange.transfer.Transfer transfer) {
        TransferPlan plan = transfer.plan();
        TransferProgress progress = transfer.progress();
        return Transfer.newBuilder()
                .setGrant(plan.grant().value())
                .setDataset(plan.version().dataset().value())
                .setSourceState(plan.source().name())
                .setTargetSite(plan.site().value())
                .setStatus(status(transfer.state()))
                .setStatusReason(SentenceMessages.toMessage(transfer.reason()))
                .setChunks(progress.chunks())
                .setChunksDurable(progress.durable())
                .setBytes(progress.bytes())
                .setBytesReceived(progress.received().bytes())
                .setBytesTwice(progress.received().twice())
                .setAttempts(transfer.attempts())
                .setVersionRoot(plan.version().root().value())
                .build();
    }

    private static TransferStatus status(TransferState state) {
        return switch (state) {
            case WAITING -> TransferStatus.TRANSFER_STATUS_WAITING;
            case RUNNING -> TransferStatus.TRANSFER_STATUS_RUNNING;
            case SEALED -> TransferStatus.TRANSFER_STATUS_SEALED;
            case STOPPED, DISCARDED -> TransferStatus.TRANSFER_STATUS_STOPPED;
        };
    }
}
