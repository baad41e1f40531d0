package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Answers a second over one channel, from callers who ask the same questions in turn, each as soon as there is room for the next. */
final class CallRates {
    private final Channel channel;
    private final List<byte[]> questions;

    CallRates(Channel channel, List<byte[]> questions) {
        this.channel = channel;
        this.questions = questions;
    }

    /** Of callers who each make one call after the other. */
    double ofCalls(MethodDescriptor<byte[], byte[]> method, int callers, Duration time) {
        Crowd crowd = new Crowd(time);
        for (int caller = 0; caller < callers; caller++) {
            new Caller(crowd, method, caller).ask();
        }
        return crowd.rate();
    }

    /** Of streams on which so many questions wait for their answers at any time. */
    double ofStreams(MethodDescriptor<byte[], byte[]> method, int streams, int waiting, Duration time) {
        Crowd crowd = new Crowd(time);
        for (int stream = 0; stream < streams; stream++) {
            new Stream(crowd, channel.newCall(method, CallOptions.DEFAULT)).begin(waiting);
        }
        return crowd.rate();
    }

    /** What the callers of a round share. */
    private static final class Crowd {
        private final long began = System.nanoTime();
        private final long end;
        private final LongAdder answers = new LongAdder();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final Phaser asking = new Phaser(1);

        Crowd(Duration time) {
            this.end = began + time.toNanos();
        }

        boolean goesOn() {
            return System.nanoTime() - end < 0;
        }

        void left(@Nullable Throwable thrown) {
            if (thrown != null) {
                failure.set(thrown);
            }
            asking.arriveAndDeregister();
        }

        double rate() {
            asking.arriveAndAwaitAdvance();
            assertThat(failure.get()).isNull();
            return answers.sum() / ((System.nanoTime() - began) / 1e9);
        }
    }

    private final class Caller implements StreamObserver<byte[]> {
        private final Crowd crowd;
        private final MethodDescriptor<byte[], byte[]> method;
        private int next;

        Caller(Crowd crowd, MethodDescriptor<byte[], byte[]> method, int first) {
            this.crowd = crowd;
            this.method = method;
            this.next = first;
            crowd.asking.register();
        }

        void ask() {
            byte[] question = questions.get(next++ % questions.size());
            ClientCalls.asyncUnaryCall(channel.newCall(method, CallOptions.DEFAULT), question, this);
        }

        @Override
        public void onNext(byte[] answer) {
            crowd.answers.increment();
        }

        @Override
        public void onError(Throwable thrown) {
            crowd.left(thrown);
        }

        @Override
        public void onCompleted() {
            if (crowd.goesOn()) {
                ask();
            } else {
                crowd.left(null);
            }
        }
    }

    private final class Stream extends ClientCall.Listener<byte[]> {
        private final Crowd crowd;
        private final ClientCall<byte[], byte[]> call;
        private boolean over;
        private int next;

        Stream(Crowd crowd, ClientCall<byte[], byte[]> call) {
            this.crowd = crowd;
            this.call = call;
            crowd.asking.register();
        }

        void begin(int waiting) {
            call.start(this, new Metadata());
            call.request(waiting);
            for (int question = 0; question < waiting; question++) {
                ask();
            }
        }

        /** The first ones are asked while answers already come. */
        private synchronized void ask() {
            call.sendMessage(questions.get(next++ % questions.size()));
        }

        @Override
        public void onMessage(byte[] answer) {
            crowd.answers.increment();
            if (crowd.goesOn()) {
                call.request(1);
                ask();
            } else if (!over) {
                over = true;
                call.halfClose();
            }
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            crowd.left(status.isOk() ? null : status.asRuntimeException(trailers));
        }
    }
}
