package org.liptako.node.placement.impact;

import java.time.Duration;

/**
 * How fast copies move.
 *
 * @param bytesPerSecond at least 1
 * @param transfers over how many transfers it was measured; 0 for a rate that was given
 */
public record TransferRate(long bytesPerSecond, int transfers) {
    private static final double BYTES_PER_GB = 1e9;

    public TransferRate {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException("A rate is at least a byte a second.");
        }
    }

    /** Days for so much, one copy after the other. */
    double days(long gigabytes) {
        return gigabytes * BYTES_PER_GB / bytesPerSecond / Duration.ofDays(1).toSeconds();
    }
}
