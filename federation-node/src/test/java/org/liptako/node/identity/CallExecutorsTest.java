package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.liptako.placement.v1.PlacementServiceGrpc;

class CallExecutorsTest {
    @Test
    void fastCallsThatHangKeepNoOtherCallFromItsStart() throws InterruptedException {
        try (CallExecutors executors = new CallExecutors()) {
            CountDownLatch engine = new CountDownLatch(1);
            Executor checks =
                    executors.getExecutor(new CallOf<>(PlacementServiceGrpc.getCheckPlacementMethod()), new Metadata());
            for (int call = 0; call < 100; call++) {
                checks.execute(() -> await(engine));
            }
            CountDownLatch begun = new CountDownLatch(1);

            executors.first().execute(begun::countDown);

            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            engine.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A call of which only the method is asked. */
    private static final class CallOf<Q, A> extends ServerCall<Q, A> {
        private final MethodDescriptor<Q, A> method;

        CallOf(MethodDescriptor<Q, A> method) {
            this.method = method;
        }

        @Override
        public void request(int messages) {}

        @Override
        public void sendHeaders(Metadata headers) {}

        @Override
        public void sendMessage(A message) {}

        @Override
        public void close(Status status, Metadata trailers) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public MethodDescriptor<Q, A> getMethodDescriptor() {
            return method;
        }
    }
}
