package org.liptako.node.placement.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.liptako.node.placement.held.HeldCopy;

/**
 * Takes copies from the thread that reads them to the one that weighs them, a batch at a time and in order: the two take about as long, so side by side they
 * take half. At most two batches are in memory. Used by one reading thread.
 */
final class CopyBelt {
    private static final int BATCH = 1_024;

    private final Consumer<HeldCopy> weigher;
    private final Executor thread;
    private List<HeldCopy> batch = new ArrayList<>(BATCH);
    private CompletableFuture<Void> before = CompletableFuture.completedFuture(null);

    CopyBelt(Consumer<HeldCopy> weigher, Executor thread) {
        this.weigher = weigher;
        this.thread = thread;
    }

    /** @throws java.util.concurrent.CompletionException with what the weigher threw on a copy before */
    void put(HeldCopy copy) {
        batch.add(copy);
        if (batch.size() == BATCH) {
            pass();
        }
    }

    /** Waits until every copy has been weighed. */
    void end() {
        pass();
        before.join();
    }

    private void pass() {
        before.join();
        List<HeldCopy> whole = batch;
        batch = new ArrayList<>(BATCH);
        before = CompletableFuture.runAsync(() -> whole.forEach(weigher), thread);
    }
}
