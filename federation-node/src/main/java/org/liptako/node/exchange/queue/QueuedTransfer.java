package org.liptako.node.exchange.queue;

import java.time.Instant;
import java.util.Comparator;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.name.State;

/**
 * A transfer in the queue.
 *
 * @param since when it was ordered
 * @param bytesLeft what is still to come; 0 where that is not known yet, or nothing is
 * @param moves whether bytes are to come; else its source is only to be told, or what came is to be removed
 */
public record QueuedTransfer(
        GrantSerial grant,
        DatasetVersion version,
        State source,
        TransferPriority priority,
        Instant since,
        long bytesLeft,
        boolean moves) {
    /** The most of what does not stand behind big ones. */
    public static final long SMALL_BYTES = 64L << 20;

    static final Comparator<QueuedTransfer> ORDER = Comparator.comparing(QueuedTransfer::priority)
            .thenComparing(QueuedTransfer::since)
            .thenComparing(queued -> queued.grant().value());

    QueuedTransfer withPriority(TransferPriority other) {
        return new QueuedTransfer(grant, version, source, other, since, bytesLeft, moves);
    }

    QueuedTransfer withBytesLeft(long left) {
        return new QueuedTransfer(grant, version, source, priority, since, left, moves);
    }

    /** One of which nothing is known counts as tiny until its manifest is there. */
    TransferSize size() {
        return TransferSize.of(bytesLeft);
    }

    public boolean isSmall() {
        return bytesLeft <= SMALL_BYTES;
    }
}
