package org.liptako.node.identity;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The calls that run and come to an end of themselves: they may bind, and a node that stops waits for them. */
final class OwedAnswers implements ServerInterceptor {
    /** Whoever follows one of these goes on elsewhere from where it was, and would never end by itself. */
    private static final Set<String> ENDLESS = Set.of(
            "liptako.journal.v1.JournalService/ReadEntries",
            "liptako.exchange.v1.ReplicaExchangeService/Fetch",
            "liptako.exchange.v1.ReplicaService/WatchTransfer");

    private final AtomicInteger owed = new AtomicInteger();
    private final CountDownLatch given = new CountDownLatch(1);
    private volatile boolean stopping;

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (isEndless(call.getMethodDescriptor())) {
            return next.startCall(call, headers);
        }
        owed.incrementAndGet();
        try {
            return new Listened<>(next.startCall(call, headers));
        } catch (RuntimeException e) {
            ended();
            throw e;
        }
    }

    static boolean isEndless(MethodDescriptor<?, ?> method) {
        return ENDLESS.contains(method.getFullMethodName());
    }

    private void ended() {
        if (owed.decrementAndGet() == 0 && stopping) {
            given.countDown();
        }
    }

    /** Returns when no answer is owed any more, or after the patience; whether none is. */
    boolean await(Duration patience) throws InterruptedException {
        stopping = true;
        return owed.get() == 0 || given.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Notices the end of a call, whichever it is. */
    private final class Listened<Q> extends SimpleForwardingServerCallListener<Q> {
        Listened(ServerCall.Listener<Q> call) {
            super(call);
        }

        @Override
        public void onComplete() {
            try {
                super.onComplete();
            } finally {
                ended();
            }
        }

        @Override
        public void onCancel() {
            try {
                super.onCancel();
            } finally {
                ended();
            }
        }
    }
}
