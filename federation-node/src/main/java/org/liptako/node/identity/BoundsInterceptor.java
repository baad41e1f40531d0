package org.liptako.node.identity;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * Bounds a call in time and memory, and lets it be ended when its caller is no longer trusted.
 *
 * <p>A single question that brings no deadline, or one further away than the node's own, is ended at the node's own: a
 * caller who forgot to say how long they wait must not hold a thread and a database connection for ever. Streams last as
 * long as they are wanted; their callers are judged again and again.
 */
final class BoundsInterceptor implements ServerInterceptor {
    private final OpenConnections connections;
    private final Duration longest;
    private final ScheduledExecutorService clockwork;

    BoundsInterceptor(OpenConnections connections, Duration longest, ScheduledExecutorService clockwork) {
        this.connections = connections;
        this.longest = longest;
        this.clockwork = clockwork;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        OpenConnection connection = call.getAttributes().get(OpenConnections.CONNECTION);
        if (connection == null) {
            throw new IllegalStateException("A call came over a connection that was never counted.");
        }
        EndableCall<Q, A> bounded = new EndableCall<>(call);
        if (!connection.runs(bounded)) {
            connections.refused("calls");
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    "Plus de " + ServerLimits.CALLS_PER_CONNECTION + " appels à la fois sur une connexion.",
                    "More than " + ServerLimits.CALLS_PER_CONNECTION + " calls at once on one connection.");
        }
        Future<?> end = endOf(bounded);
        Runnable forget = () -> {
            connection.ended(bounded);
            if (end != null) {
                end.cancel(false);
            }
        };
        try {
            return bounded.listener(next.startCall(bounded, headers), forget);
        } catch (RuntimeException refused) {
            forget.run();
            throw refused;
        }
    }

    private @Nullable Future<?> endOf(EndableCall<?, ?> call) {
        if (call.getMethodDescriptor().getType() != MethodType.UNARY
                || isSoonEnough(Context.current().getDeadline())) {
            return null;
        }
        return clockwork.schedule(
                () -> call.end(Failure.of(
                        ErrorCode.CALL_TOO_LONG,
                        "L'appel n'a pas d'échéance et dure depuis " + longest.toSeconds()
                                + " s : le nœud y met fin ; donnez une échéance.",
                        "The call has no deadline and has lasted for " + longest.toSeconds()
                                + " s: the node ends it; set a deadline.")),
                longest.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private boolean isSoonEnough(@Nullable Deadline deadline) {
        return deadline != null && deadline.timeRemaining(TimeUnit.MILLISECONDS) <= longest.toMillis();
    }
}
