package org.liptako.node.exchange.transfer;

import java.util.List;
import org.liptako.node.exchange.store.ReceivedBytes;

/**
 * How far a transfer has come.
 *
 * @param chunks in all; 0 until the manifest is known
 * @param durable chunks that are proved and synced
 * @param bytes in all
 * @param received over the wire, all attempts together
 * @param wrong chunks that were not what the manifest names
 * @param shares what each State's node brought over the wire
 */
public record TransferProgress(
        int chunks, int durable, long bytes, ReceivedBytes received, int wrong, List<HolderShare> shares) {
    static final TransferProgress NONE = new TransferProgress(0, 0, 0, new ReceivedBytes(0, 0), 0, List.of());

    public TransferProgress {
        shares = List.copyOf(shares);
    }

    /** The same, with other words on what the States brought. */
    TransferProgress with(List<HolderShare> others) {
        int all = others.stream().mapToInt(HolderShare::wrong).sum();
        return new TransferProgress(chunks, durable, bytes, received, all, others);
    }

    /** What is durable, to the nearest chunk. */
    public long durableBytes() {
        return chunks == 0 ? 0 : (long) ((double) bytes * durable / chunks);
    }

    /** What is still to become durable. */
    public long bytesLeft() {
        return bytes - durableBytes();
    }
}
