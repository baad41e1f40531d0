package org.liptako.node.identity;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The calls of one question and one answer that run: they may bind, and a node that stops waits for them. */
final class OwedAnswers implements ServerInterceptor {
    private final AtomicInteger owed = new AtomicInteger();
    private final CountDownLatch given = new CountDownLatch(1);
    private volatile boolean stopping;

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (call.getMethodDescriptor().getType() != MethodType.UNARY) {
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
