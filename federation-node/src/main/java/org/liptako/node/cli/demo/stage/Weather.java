package org.liptako.node.cli.demo.stage;

import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** What lies over a {@link Link} just now, for all of its connections; it may change at any moment. Thread-safe. */
final class Weather {
    private final Pace pace = new Pace();
    private volatile LineQuality quality = LineQuality.CLEAR;
    private boolean silent;

    void become(LineQuality next) {
        quality = next;
        pace.limit(next.bytesPerSecond());
    }

    /** Lets nothing pass until it is lifted. */
    synchronized void silence(boolean on) {
        silent = on;
        notifyAll();
    }

    /** How long bytes are under way that leave now. */
    long delayNanos() {
        return quality.delay().toNanos();
    }

    /** Returns when these bytes may leave. */
    void pass(int bytes, SplittableRandom luck) throws InterruptedException {
        pace.pass(bytes);
        LineQuality now = quality;
        if (now.bytesBetweenStalls() > 0 && luck.nextLong(now.bytesBetweenStalls()) < bytes) {
            LockSupport.parkNanos(now.stall().toNanos());
        }
        awaitVoice();
    }

    /** Returns when the line is not silent. */
    synchronized void awaitVoice() throws InterruptedException {
        while (silent) {
            wait();
        }
    }
}
