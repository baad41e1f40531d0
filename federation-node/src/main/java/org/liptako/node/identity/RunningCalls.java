package org.liptako.node.identity;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The calls that run, for a node that stops. Those of one question and one answer may bind, and are waited for. Streams are ended: many
 * would never end by themselves, and whoever follows one takes it up again where it was.
 */
final class RunningCalls implements ServerInterceptor {
    private final Phaser answers = new Phaser(1);
    private final Set<EndableStream<?, ?>> streams = ConcurrentHashMap.newKeySet();

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (call.getMethodDescriptor().getType() == MethodDescriptor.MethodType.UNARY) {
            answers.register();
            return started(call, headers, next, answers::arriveAndDeregister);
        }
        EndableStream<Q, A> stream = new EndableStream<>(call);
        streams.add(stream);
        return stream.listener(started(stream, headers, next, () -> streams.remove(stream)));
    }

    /** Tells the callers of all streams that the node stops. */
    void endStreams() {
        streams.forEach(EndableStream::end);
    }

    /** Returns when no answer is owed any more, or after the patience. To be called once. */
    void awaitAnswers(Duration patience) throws InterruptedException {
        try {
            answers.awaitAdvanceInterruptibly(
                    answers.arriveAndDeregister(), patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Those that still run are ended with the server.
            return;
        }
    }

    private static <Q, A> ServerCall.Listener<Q> started(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next, Runnable ended) {
        try {
            return new Listened<>(next.startCall(call, headers), ended);
        } catch (RuntimeException e) {
            ended.run();
            throw e;
        }
    }

    /** Notices the end of a call, whichever it is. */
    private static final class Listened<Q> extends SimpleForwardingServerCallListener<Q> {
        private final Runnable ended;

        Listened(ServerCall.Listener<Q> call, Runnable ended) {
            super(call);
            this.ended = ended;
        }

        @Override
        public void onComplete() {
            try {
                super.onComplete();
            } finally {
                ended.run();
            }
        }

        @Override
        public void onCancel() {
            try {
                super.onCancel();
            } finally {
                ended.run();
            }
        }
    }
}
