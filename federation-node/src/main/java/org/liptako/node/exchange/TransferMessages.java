package org.liptako.node.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.liptako.exchange.v1.Transfer;
import org.liptako.exchange.v1.TransferHolder;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.exchange.v1.TransferWait;
import org.liptako.node.exchange.transfer.HolderShare;
import org.liptako.node.exchange.transfer.TransferPlan;
import org.liptako.node.exchange.transfer.TransferProgress;
import org.liptako.node.exchange.transfer.TransferReport;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.wire.SentenceMessages;

/** A transfer as the protocol writes it. */
final class TransferMessages {
    private TransferMessages() {}

    static Transfer toMessage(TransferReport report) {
        org.liptako.node.exchange.transfer.Transfer transfer = report.transfer();
        TransferPlan plan = transfer.plan();
        TransferProgress progress = transfer.progress();
        Transfer.Builder message = Transfer.newBuilder()
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
                .addAllHolders(
                        progress.shares().stream().map(TransferMessages::holder).toList())
                .setPriority(QueueMessages.toMessage(transfer.order().priority()))
                .setWaitsFor(waits(transfer.waitsFor()))
                .setWhatToDo(SentenceMessages.toMessage(transfer.whatToDo()))
                .setQueuePlace(report.place())
                .setRate(report.rate())
                .setBytesDurable(progress.durableBytes())
                .setBytesLeft(transfer.bytesLeft())
                .setOrderedAt(second(transfer.order().since()))
                .setVerifyDisk(transfer.order().verifyDisk());
        report.expectedEnd().ifPresent(end -> message.setExpectedEnd(second(end)));
        return message.build();
    }

    private static TransferHolder holder(HolderShare share) {
        return TransferHolder.newBuilder()
                .setState(share.state().name())
                .setBytes(share.bytes())
                .setWrongChunks(share.wrong())
                .setLeftAlone(share.isLeftAlone())
                .build();
    }

    /** To the second: nobody reads more. */
    static String second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static TransferStatus status(TransferState state) {
        return switch (state) {
            case WAITING -> TransferStatus.TRANSFER_STATUS_WAITING;
            case RUNNING -> TransferStatus.TRANSFER_STATUS_RUNNING;
            case SEALED -> TransferStatus.TRANSFER_STATUS_SEALED;
            case STOPPED, DISCARDED -> TransferStatus.TRANSFER_STATUS_STOPPED;
        };
    }

    private static TransferWait waits(org.liptako.node.exchange.transfer.TransferWait waits) {
        return switch (waits) {
            case NOTHING -> TransferWait.TRANSFER_WAIT_NOTHING;
            case TURN -> TransferWait.TRANSFER_WAIT_TURN;
            case PAUSED -> TransferWait.TRANSFER_WAIT_PAUSED;
            case WINDOW -> TransferWait.TRANSFER_WAIT_WINDOW;
            case LINK -> TransferWait.TRANSFER_WAIT_LINK;
            case PEER -> TransferWait.TRANSFER_WAIT_PEER;
            case DISK -> TransferWait.TRANSFER_WAIT_DISK;
            case RULE -> TransferWait.TRANSFER_WAIT_RULE;
            case BYTES -> TransferWait.TRANSFER_WAIT_BYTES;
            case COURIER -> TransferWait.TRANSFER_WAIT_COURIER;
            case NODE -> TransferWait.TRANSFER_WAIT_NODE;
        };
    }
}
