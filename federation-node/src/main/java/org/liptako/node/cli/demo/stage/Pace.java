package org.liptako.node.cli.demo.stage;

import java.util.concurrent.locks.LockSupport;

/** Holds back whoever passes more bytes a second than the limit; thread-safe. */
final class Pace {
    private static final long NANOS = 1_000_000_000L;

    private long bytesPerSecond;
    private long nextNanos = System.nanoTime();

    /** Sets the limit; 0 = none. */
    synchronized void limit(long limit) {
        bytesPerSecond = limit;
        nextNanos = System.nanoTime();
    }

    /** Returns when these bytes may pass, or a little earlier: a pace need not be exact. */
    void pass(long bytes) {
        long wait = book(bytes);
        if (wait > 0) {
            LockSupport.parkNanos(wait);
        }
    }

    private synchronized long book(long bytes) {
        if (bytesPerSecond == 0) {
            return 0;
        }
        long now = System.nanoTime();
        long start = Math.max(now, nextNanos);
        nextNanos = start + bytes * NANOS / bytesPerSecond;
        return start - now;
    }
}
