package org.liptako.node.exchange.queue;

/** How much of a transfer is still to come, as far as it decides how many run at once; the first constants are the smallest. */
enum TransferSize {
    /** One connection brings it in a moment: what it takes besides, the disk's syncs above all, is shared by those that run at once. */
    TINY(4L << 20),
    /** A link brings it within seconds: it need not stand behind terabytes. */
    SMALL(QueuedTransfer.SMALL_BYTES),
    BIG(Long.MAX_VALUE);

    private final long most;

    TransferSize(long most) {
        this.most = most;
    }

    static TransferSize of(long bytes) {
        for (TransferSize size : values()) {
            if (bytes <= size.most) {
                return size;
            }
        }
        return BIG;
    }
}
