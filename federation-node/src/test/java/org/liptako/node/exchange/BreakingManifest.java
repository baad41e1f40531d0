package org.liptako.node.exchange;

import io.grpc.BindableService;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntPredicate;
import org.liptako.exchange.v1.GetManifestRequest;
import org.liptako.exchange.v1.ReplicaExchangeServiceGrpc;

/** A source whose answers to {@code GetManifest} break off, as a line does, and which remembers what it was asked for. */
final class BreakingManifest implements BindableService {
    private final BindableService honest;
    private final IntPredicate goesOn;
    private final List<GetManifestRequest> requests = new CopyOnWriteArrayList<>();

    /** @param goesOn asked before each message with how many messages the same call has sent; it may take its time */
    BreakingManifest(BindableService honest, IntPredicate goesOn) {
        this.honest = honest;
        this.goesOn = goesOn;
    }

    /** What it was asked for, call by call. */
    List<GetManifestRequest> requests() {
        return requests;
    }

    @Override
    public ServerServiceDefinition bindService() {
        String manifest = ReplicaExchangeServiceGrpc.getGetManifestMethod().getFullMethodName();
        return ServerInterceptors.intercept(honest, new ServerInterceptor() {
            @Override
            public <Q, A> ServerCall.Listener<Q> interceptCall(
                    ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
                return call.getMethodDescriptor().getFullMethodName().equals(manifest)
                        ? recorded(next.startCall(new Breaking<>(call), headers))
                        : next.startCall(call, headers);
            }
        });
    }

    private <Q> ServerCall.Listener<Q> recorded(ServerCall.Listener<Q> listener) {
        return new SimpleForwardingServerCallListener<>(listener) {
            @Override
            public void onMessage(Q message) {
                requests.add((GetManifestRequest) message);
                super.onMessage(message);
            }
        };
    }

    private final class Breaking<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private int sent;
        private boolean broken;

        Breaking(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public void sendMessage(A message) {
            if (!broken && goesOn.test(sent)) {
                sent++;
                super.sendMessage(message);
            } else if (!broken) {
                broken = true;
                super.close(Status.UNAVAILABLE.withDescription("The line broke."), new Metadata());
            }
        }

        @Override
        public void close(Status status, Metadata trailers) {
            if (!broken) {
                super.close(status, trailers);
            }
        }
    }
}
