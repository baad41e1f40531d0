package org.liptako.node.peer;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors.CheckedForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TlsContexts;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls no node of a State that is not believed, and ends the calls that run to a node once it is believed no longer, or its certificate has ended: gRPC looks at
 * a server's chain in the handshake and never again. Either way the caller hears {@code PEER_UNTRUSTED} and the reason.
 *
 * <p>Nor is anything asked for which the trust state held here is too old: {@code TRUST_TOO_OLD}, as it is told to another State that asks the same here.
 */
final class PeerTrustInterceptor implements ClientInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(PeerTrustInterceptor.class);

    private final State peer;
    private final List<String> serverNames;
    private final TlsContexts tls;
    private final NodeTrust trust;
    private final Set<WatchedCall<?, ?>> running = ConcurrentHashMap.newKeySet();

    PeerTrustInterceptor(State peer, List<String> serverNames, TlsContexts tls, NodeTrust trust) {
        this.peer = peer;
        this.serverNames = List.copyOf(serverNames);
        this.tls = tls;
        this.trust = trust;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new WatchedCall<>(method, next.newCall(method, options));
    }

    /** Ends what runs, if the node is believed no longer, or the certificate that it showed has ended. */
    void judgeAgain() {
        int ended = 0;
        Failure why = null;
        IdentityHashMap<SSLSession, Optional<Failure>> judged = new IdentityHashMap<>();
        for (WatchedCall<?, ?> call : running) {
            Optional<Failure> objection = objection(call, judged);
            if (objection.isPresent() && call.end(objection.get())) {
                ended++;
                why = objection.get();
            }
        }
        if (why != null) {
            LOG.warn("{} running calls to the node of {} are ended: {}", ended, peer, why.sentence());
        }
    }

    /** A call that has no connection yet is judged by the handshake; the many of one connection are judged once. */
    private Optional<Failure> objection(ClientCall<?, ?> call, IdentityHashMap<SSLSession, Optional<Failure>> judged) {
        SSLSession session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        Optional<Failure> ofState = tls.objectionTo(peer);
        return ofState.isPresent() || session == null
                ? ofState
                : judged.computeIfAbsent(session, shown -> tls.objectionTo(peer, serverNames, shown));
    }

    private static Status told(Failure why) {
        return why.code().status().toStatus().withDescription(why.getMessage()).withCause(why);
    }

    private final class WatchedCall<Q, A> extends CheckedForwardingClientCall<Q, A> {
        private final MethodDescriptor<Q, A> method;
        private volatile @Nullable Failure ended;

        WatchedCall(MethodDescriptor<Q, A> method, ClientCall<Q, A> call) {
            super(call);
            this.method = method;
        }

        @Override
        protected void checkedStart(Listener<A> listener, Metadata headers) throws StatusException {
            Optional<Failure> objection = tls.objectionTo(peer).or(() -> trust.objectionTo(method));
            if (objection.isPresent()) {
                Failure why = objection.get();
                throw told(why).asException(ErrorTrailer.of(why.code()));
            }
            running.add(this);
            delegate().start(new Watched<>(listener, this), headers);
            // What is trusted may have changed between the first look and being among those that are judged again.
            tls.objectionTo(peer).ifPresent(this::end);
        }

        boolean end(Failure why) {
            if (ended != null) {
                return false;
            }
            ended = why;
            super.cancel(why.getMessage(), why);
            return true;
        }
    }

    private final class Watched<A> extends SimpleForwardingClientCallListener<A> {
        private final WatchedCall<?, A> call;

        Watched(ClientCall.Listener<A> listener, WatchedCall<?, A> call) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            running.remove(call);
            Failure why = call.ended;
            if (why == null || status.isOk()) {
                super.onClose(status, trailers);
            } else {
                super.onClose(told(why), ErrorTrailer.of(why.code()));
            }
        }
    }
}
