package org.liptako.node.identity;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A caller in one situation, served until trust in him is withdrawn. */
abstract class RevokedCaller implements AutoCloseable {
    private final CompletableFuture<Refusal> refusal = new CompletableFuture<>();

    /** When, by {@link System#nanoTime}, and in which words. */
    record Refusal(long at, String reason) {}

    /** To be called once, by whoever notices first. */
    final void refused(String reason) {
        refusal.complete(
                new Refusal(System.nanoTime(), reason.lines().findFirst().orElse("")));
    }

    /** The refusal, which must come within that time. */
    final Refusal refusal(Duration atMost) throws InterruptedException, ExecutionException, TimeoutException {
        return refusal.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    final boolean isRefused() {
        return refusal.isDone();
    }

    @Override
    public abstract void close();
}
