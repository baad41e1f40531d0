package org.liptako.node.identity;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * Bounds a call in time, number and memory, and lets it be ended when its caller is no longer trusted.
 *
 * <p>A single question that brings no deadline, or one further away than the node's own, is ended at the node's own, by {@link OpenConnections}: a caller who
 * forgot to say how long they wait must not hold a thread and a database connection for ever. Streams last as long as they are wanted; their callers are
 * judged again and again.
 */
final class BoundsInterceptor implements ServerInterceptor {
    private final OpenConnections connections;

    BoundsInterceptor(OpenConnections connections) {
        this.connections = connections;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        OpenConnection connection = call.getAttributes().get(OpenConnections.CONNECTION);
        if (connection == null) {
            throw new IllegalStateException("A call came over a connection that was never counted.");
        }
        EndableCall<Q, A> bounded = new EndableCall<>(call);
        Runnable forget = begun(connection, bounded);
        try {
            return bounded.listener(next.startCall(bounded, headers), forget);
        } catch (RuntimeException refused) {
            forget.run();
            throw refused;
        }
    }

    /** Takes note of a call; what its end is to be followed by. */
    private Runnable begun(OpenConnection connection, EndableCall<?, ?> call) {
        if (!connection.runs(call)) {
            connections.refused("calls");
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    "Plus de " + ServerLimits.CALLS_PER_CONNECTION + " appels à la fois sur une connexion.",
                    "More than " + ServerLimits.CALLS_PER_CONNECTION + " calls at once on one connection.");
        }
        if (connection.state() != null) {
            return () -> connection.ended(call);
        }
        StrangerCalls strangers = connections.strangerCalls();
        if (!strangers.begins(connection.source())) {
            connection.ended(call);
            connections.refused("stranger-calls");
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    "Trop d'appels à la fois sans certificat valable ; recommencez dans un instant, ou présentez-en un.",
                    "Too many calls at once without a valid certificate; try again in a moment, or show one.");
        }
        return () -> {
            if (connection.ended(call)) {
                strangers.ended(connection.source());
            }
        };
    }
}
