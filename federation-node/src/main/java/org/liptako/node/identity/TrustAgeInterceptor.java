package org.liptako.node.identity;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import org.liptako.pki.name.State;

/**
 * Refuses another State's call where the trust state held here is too old for it; the own State's affairs go on
 * whatever its age.
 */
final class TrustAgeInterceptor implements ServerInterceptor {
    private final NodeTrust trust;
    private final State own;

    TrustAgeInterceptor(NodeTrust trust, State own) {
        this.trust = trust;
        this.own = own;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Caller caller = Caller.KEY.get();
        // Nobody calls where a call is open to anyone, and such a call is how a newer state comes.
        if (caller != null && caller.state() != own) {
            trust.objectionTo(call.getMethodDescriptor()).ifPresent(tooOld -> {
                throw tooOld;
            });
        }
        return next.startCall(call, headers);
    }
}
