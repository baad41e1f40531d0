package org.liptako.node.exchange.transfer;

import java.util.concurrent.TimeUnit;

/** How long a source has said nothing, and when it is time to look whether it may still be asked. Not thread-safe. */
final class SilenceClock {
    private static final long TICK = TimeUnit.SECONDS.toNanos(1);
    private static final long TOO_LONG = TimeUnit.SECONDS.toNanos(60);

    private final Runnable look;
    private long heard = System.nanoTime();
    private long looked = heard;

    SilenceClock(Runnable look) {
        this.look = look;
    }

    void broken() {
        heard = System.nanoTime();
    }

    boolean isTooLong() {
        return System.nanoTime() - heard >= TOO_LONG;
    }

    /** Looks, unless it did so within this second. */
    void look() {
        if (System.nanoTime() - looked >= TICK) {
            looked = System.nanoTime();
            look.run();
        }
    }
}
