package org.liptako.node.exchange;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.transfer.TransferReport;

/** Tells those who follow a transfer whenever it has changed, until it ends. Two threads serve all of them. */
public final class TransferWatches implements AutoCloseable {
    private static final int BETWEEN_LOOKS_MILLIS = 500;
    private static final int THREADS = 2;

    private final ScheduledExecutorService looks = Executors.newScheduledThreadPool(
            THREADS, Thread.ofPlatform().name("transfer-watch-", 0).daemon().factory());

    /** Follows a transfer; to be called before the call's method returns. */
    <R> void open(
            ServerCallStreamObserver<R> observer,
            Supplier<TransferReport> transfer,
            Function<TransferReport, R> response) {
        Watch<R> watch = new Watch<>(observer, transfer, response);
        observer.setOnCancelHandler(() -> {});
        look(watch);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    private void look(Watch<?> watch) {
        watch.look();
        if (!watch.over) {
            looks.schedule(() -> look(watch), BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** One follower. Looked at by one thread at a time. */
    private static final class Watch<R> {
        private final ServerCallStreamObserver<R> observer;
        private final Supplier<TransferReport> transfer;
        private final Function<TransferReport, R> response;
        private @Nullable TransferReport told;
        private boolean over;

        Watch(
                ServerCallStreamObserver<R> observer,
                Supplier<TransferReport> transfer,
                Function<TransferReport, R> response) {
            this.observer = observer;
            this.transfer = transfer;
            this.response = response;
        }

        void look() {
            try {
                if (observer.isCancelled()) {
                    over = true;
                } else if (observer.isReady() || told == null) {
                    tell(transfer.get());
                }
            } catch (RuntimeException e) {
                over = true;
                observer.onError(e);
            }
        }

        private void tell(TransferReport now) {
            if (!now.equals(told)) {
                observer.onNext(response.apply(now));
                told = now;
            }
            if (!now.transfer().state().isUnderWay()) {
                over = true;
                observer.onCompleted();
            }
        }
    }
}
