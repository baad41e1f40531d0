package org.liptako.node.exchange.transfer;

import java.util.concurrent.TimeUnit;
import org.liptako.node.exchange.store.CopyReading;

/** Has someone look about every second while a copy is read, or taken apart. */
final class EachSecond implements CopyReading.Progress, Runnable {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Runnable look;
    private long last = System.nanoTime() - SECOND;

    EachSecond(Runnable look) {
        this.look = look;
    }

    @Override
    public void at(int chunks) {
        run();
    }

    @Override
    public void run() {
        long now = System.nanoTime();
        if (now - last >= SECOND) {
            last = now;
            look.run();
        }
    }
}
