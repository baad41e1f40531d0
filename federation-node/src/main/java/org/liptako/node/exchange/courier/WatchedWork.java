package org.liptako.node.exchange.courier;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** Tells a caller twice a second how far the work is, and ends it once the caller has gone. Not thread-safe. */
final class WatchedWork<R> implements DiskProgress {
    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final ServerCallStreamObserver<R> caller;
    private final Line<R> line;
    private long told = System.nanoTime() - BETWEEN_NANOS;

    /** What is told. */
    @FunctionalInterface
    interface Line<R> {
        R of(long done, long all);
    }

    WatchedWork(ServerCallStreamObserver<R> caller, Line<R> line) {
        this.caller = caller;
        this.line = line;
    }

    @Override
    public void at(long done, long all) {
        if (caller.isCancelled()) {
            throw new CancellationException("The caller has gone.");
        }
        long now = System.nanoTime();
        if (now - told >= BETWEEN_NANOS && caller.isReady()) {
            caller.onNext(line.of(done, all));
            told = now;
        }
    }
}
