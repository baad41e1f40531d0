package org.liptako.node.operations;

import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;

/** Whether this process leaves, and the order to do so. Thread-safe. */
@Singleton
public final class Drain {
    private final CountDownLatch ordered = new CountDownLatch(1);
    private volatile boolean underWay;

    /** Returns once somebody has ordered this process to leave. */
    public void awaitOrder() throws InterruptedException {
        ordered.await();
    }

    /** Orders it; who asked has an answer before calls are ended. */
    void order() {
        underWay = true;
        ordered.countDown();
    }

    /** From now on this process says that it is not ready. */
    void begin() {
        underWay = true;
    }

    /** Whether this process leaves. */
    public boolean isUnderWay() {
        return underWay;
    }
}
