package org.liptako.node.exchange.serving;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Sends items as fast as the receiver takes them. Items are made on an executor of ours, never on the network's threads; a turn is short, so
 * that a fast receiver does not keep a thread from the others; and nothing is made while the transport has enough to send.
 */
final class PacedStream<T> {
    private static final int ITEMS_A_TURN = 8;

    private final ServerCallStreamObserver<T> receiver;
    private final Iterator<? extends T> items;
    private final Executor executor;
    private final ItemPace pace;
    private final AtomicInteger wakes = new AtomicInteger();
    private boolean ended;

    private PacedStream(
            ServerCallStreamObserver<T> receiver,
            Iterator<? extends T> items,
            Executor executor,
            Function<Runnable, ItemPace> pace) {
        this.receiver = receiver;
        this.items = items;
        this.executor = executor;
        this.pace = pace.apply(this::wake);
    }

    /** Says how fast items may go. */
    @FunctionalInterface
    interface ItemPace {
        ItemPace AT_ONCE = () -> true;

        /** Whether one more may go now; if not, the stream is woken when one may. */
        boolean mayGo();
    }

    /**
     * Begins to send; to be called before the call's method returns. What the items throw ends the call.
     *
     * @param end told when the call has ended, whoever ended it
     */
    static <T> void send(
            ServerCallStreamObserver<T> receiver, Iterator<? extends T> items, Executor executor, StreamEnd end) {
        send(receiver, items, executor, end, wake -> ItemPace.AT_ONCE);
    }

    /**
     * The same, at a pace.
     *
     * @param pace gives the pace, told what wakes the stream
     */
    static <T> void send(
            ServerCallStreamObserver<T> receiver,
            Iterator<? extends T> items,
            Executor executor,
            StreamEnd end,
            Function<Runnable, ItemPace> pace) {
        PacedStream<T> stream = new PacedStream<>(receiver, items, executor, pace);
        receiver.setOnReadyHandler(stream::wake);
        // Without a handler, sending to a receiver that has gone would throw.
        receiver.setOnCancelHandler(end::brokenOff);
        receiver.setOnCloseHandler(end::closed);
        stream.wake();
    }

    /** One turn runs at a time: a wake during a turn makes another one follow. */
    private void wake() {
        if (wakes.getAndIncrement() == 0) {
            executor.execute(this::turn);
        }
    }

    private void turn() {
        int answered = wakes.get();
        boolean more = sendSome();
        if (more || !wakes.compareAndSet(answered, 0)) {
            executor.execute(this::turn);
        }
    }

    /** Whether there is more to send that the transport would take at once. */
    private boolean sendSome() {
        try {
            for (int sent = 0; sent < ITEMS_A_TURN; sent++) {
                if (ended || receiver.isCancelled() || !receiver.isReady()) {
                    return false;
                }
                if (!items.hasNext()) {
                    ended = true;
                    receiver.onCompleted();
                    return false;
                }
                if (!pace.mayGo()) {
                    return false;
                }
                receiver.onNext(items.next());
            }
            return true;
        } catch (RuntimeException e) {
            ended = true;
            receiver.onError(e);
            return false;
        }
    }
}
