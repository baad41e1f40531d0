package org.liptako.node.exchange.transfer;

import java.time.Instant;
import org.liptako.node.exchange.queue.TransferPriority;

/**
 * How a transfer was ordered.
 *
 * @param expectedBytes how much it is, as the source's journal says; 0 where that is not known before the manifest has come
 * @param verifyDisk whether all of it is read again from the disk before it is sealed
 */
public record TransferOrder(TransferPriority priority, long expectedBytes, Instant since, boolean verifyDisk) {}
