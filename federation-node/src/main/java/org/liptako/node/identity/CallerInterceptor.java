package org.liptako.node.identity;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import javax.net.ssl.SSLSession;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/**
 * Lets a call through only for a caller whose chain is valid now, and whose role and State may make it; the endpoint
 * finds it as {@link Caller#current()}. A call that is open to anyone needs no caller.
 *
 * <p>A stream outlives the check at its start: the chain is judged again with every message sent, which costs nothing
 * while nothing has changed, and {@link OpenConnections} ends the stream of a caller who is no longer trusted even where
 * nothing is sent.
 */
final class CallerInterceptor implements ServerInterceptor {
    private final CallerTrust trust;
    private final CallRights rights;
    private final State own;

    CallerInterceptor(CallerTrust trust, CallRights rights, State own) {
        this.trust = trust;
        this.rights = rights;
        this.own = own;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String method = call.getMethodDescriptor().getFullMethodName();
        if (rights.of(method).filter(CallRight::isOpenToAnyone).isPresent()) {
            return next.startCall(call, headers);
        }
        SSLSession session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        if (session == null) {
            throw Failure.of(
                    ErrorCode.CALLER_UNTRUSTED, "L'appel n'est pas venu par TLS.", "The call did not come over TLS.");
        }
        Caller caller = trust.callerOf(session);
        CallRecord.current().calledBy(caller);
        requireRight(caller, method);
        Context context = Context.current().withValues(Caller.KEY, caller, Caller.SESSION, session);
        return Contexts.interceptCall(context, new WatchedCall<>(call, session), headers, next);
    }

    private void requireRight(Caller caller, String method) {
        CallRight right = rights.of(method)
                .orElseThrow(() -> Failure.of(
                        ErrorCode.ROLE_NOT_ENTITLED,
                        "L'appel " + method + " n'est ouvert à aucun rôle.",
                        "The call " + method + " is open to no role."));
        if (!right.roles().contains(caller.role())) {
            throw Failure.of(
                    ErrorCode.ROLE_NOT_ENTITLED,
                    "Le rôle " + caller.role() + " ne permet pas l'appel " + method + " ; rôles admis : "
                            + right.rolesInWords() + ".",
                    "The role " + caller.role() + " may not call " + method + "; roles that may: "
                            + right.rolesInWords() + ".");
        }
        if (right.ownStateOnly() && caller.state() != own) {
            throw Failure.of(
                    ErrorCode.STATE_NOT_ENTITLED,
                    "L'appel " + method + " est réservé à l'État " + own + " ; le vôtre est " + caller.state()
                            + " : adressez-vous à son nœud.",
                    "The call " + method + " is kept for the State " + own + "; yours is " + caller.state()
                            + ": turn to its node.");
        }
    }

    private final class WatchedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final SSLSession session;

        WatchedCall(ServerCall<Q, A> call, SSLSession session) {
            super(call);
            this.session = session;
        }

        @Override
        public void sendMessage(A message) {
            trust.callerOf(session);
            super.sendMessage(message);
        }
    }
}
