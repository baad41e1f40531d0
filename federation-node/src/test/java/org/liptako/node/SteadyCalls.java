package org.liptako.node;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Callers who ask one after the other without a pause, each as soon as it has its answer, and remember what failed. */
final class SteadyCalls implements AutoCloseable {
    private final AtomicLong answered = new AtomicLong();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> callers = new ArrayList<>();

    /** So many more callers of this. */
    void by(int count, Runnable call) {
        for (int number = 0; number < count; number++) {
            callers.add(Thread.ofVirtual().start(() -> ask(call)));
        }
    }

    private void ask(Runnable call) {
        while (!stopped.get()) {
            try {
                call.run();
                answered.incrementAndGet();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
    }

    long answered() {
        return answered.get();
    }

    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    /** Each caller has its last answer. */
    void end() throws InterruptedException {
        stopped.set(true);
        for (Thread caller : callers) {
            caller.join();
        }
    }

    @Override
    public void close() {
        stopped.set(true);
    }
}
