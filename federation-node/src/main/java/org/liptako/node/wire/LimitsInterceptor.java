package org.liptako.node.wire;

import com.google.protobuf.Message;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;

/** Refuses a message that breaks a limit declared in the protocol, before any endpoint sees it. */
public final class LimitsInterceptor implements ServerInterceptor {
    private final MessageLimits limits = new MessageLimits();

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            @Override
            public void onMessage(Q message) {
                if (message instanceof Message request) {
                    limits.check(request);
                }
                super.onMessage(message);
            }
        };
    }
}
