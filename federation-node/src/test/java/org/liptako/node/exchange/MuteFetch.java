package org.liptako.node.exchange;

import io.grpc.BindableService;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import java.util.concurrent.atomic.AtomicInteger;
import org.liptako.exchange.v1.ReplicaExchangeServiceGrpc;

/** A source that takes calls of {@code Fetch}, holds them open and says nothing, until it finds its voice; its connection lives all the while. */
final class MuteFetch implements ServerInterceptor {
    private final AtomicInteger held = new AtomicInteger();
    private volatile boolean mute = true;

    BindableService over(BindableService honest) {
        return () -> ServerInterceptors.intercept(honest, this);
    }

    /** How many calls it has taken and not answered. */
    int held() {
        return held.get();
    }

    /** Answers the calls that come from now on. */
    void findItsVoice() {
        mute = false;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        String method = call.getMethodDescriptor().getFullMethodName();
        if (mute && method.equals(ReplicaExchangeServiceGrpc.getFetchMethod().getFullMethodName())) {
            held.incrementAndGet();
            call.request(1);
            return new ServerCall.Listener<>() {};
        }
        return next.startCall(call, headers);
    }
}
