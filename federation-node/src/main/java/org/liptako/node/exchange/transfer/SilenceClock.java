package org.liptako.node.exchange.transfer;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long a source has said nothing, or next to nothing, and when it is time to look whether it may still be asked: a source that says
 * a word a minute would else be listened to for ever. Not thread-safe.
 */
final class SilenceClock {
    private static final long TICK = TimeUnit.SECONDS.toNanos(1);
    private static final long TOO_LONG = TimeUnit.SECONDS.toNanos(60);
    private static final long STRETCH = TimeUnit.MINUTES.toNanos(5);
    /** Of a stretch: what the slowest link that is of use brings many times over. */
    private static final long LEAST_BYTES = 32 << 10;

    private final LongSupplier nanos;
    private final Runnable look;
    private long heard;
    private long looked;
    private long stretchBegan;
    private long stretchBytes;

    SilenceClock(Runnable look) {
        this(System::nanoTime, look);
    }

    SilenceClock(LongSupplier nanos, Runnable look) {
        this.nanos = nanos;
        this.look = look;
        this.heard = nanos.getAsLong();
        this.looked = heard;
        this.stretchBegan = heard;
    }

    /** So many bytes came that were not there before. */
    void heard(int bytes) {
        if (bytes > 0) {
            heard = nanos.getAsLong();
            stretchBytes += bytes;
        }
    }

    /** Looks, unless it did so within this second; false once the source is to be given up. */
    boolean goesOn() {
        long now = nanos.getAsLong();
        if (now - looked >= TICK) {
            looked = now;
            look.run();
        }
        if (now - stretchBegan >= STRETCH) {
            if (stretchBytes < LEAST_BYTES) {
                return false;
            }
            stretchBegan = now;
            stretchBytes = 0;
        }
        return now - heard < TOO_LONG;
    }
}
