package org.liptako.node.peer;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import java.time.Duration;

/** Gives every single question to a peer a deadline, so that a desk that sets none cannot wait for ever; streams set their own pace. */
final class DeadlineInterceptor implements ClientInterceptor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        boolean unbounded = options.getDeadline() == null && method.getType() == MethodDescriptor.MethodType.UNARY;
        return next.newCall(method, unbounded ? options.withDeadlineAfter(PATIENCE) : options);
    }
}
