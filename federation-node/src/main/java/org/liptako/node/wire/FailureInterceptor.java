package org.liptako.node.wire;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what an endpoint throws, or hands to {@code onError}, into a gRPC status: the one place where this is done.
 *
 * <p>A {@link Failure} travels as its code's status, with {@code CODE: phrase / sentence} as description and the code as
 * trailer. A database that does not answer is {@code DATABASE_DOWN}, whichever room met it. Anything else is a fault of
 * ours: the caller gets {@code INTERNAL} and a reference, the log gets the cause.
 */
public final class FailureInterceptor implements ServerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(FailureInterceptor.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        MappedCall<Q, A> mapped = new MappedCall<>(call);
        try {
            return new GuardedListener<>(next.startCall(mapped, headers), mapped);
        } catch (RuntimeException thrown) {
            mapped.fail(thrown);
            return new ServerCall.Listener<>() {};
        }
    }

    /** The call, with its closing status mapped; closed once at most, by the endpoint or by whoever ends its call. */
    static final class MappedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private boolean closed;

        MappedCall(ServerCall<Q, A> call) {
            super(call);
        }

        synchronized void fail(RuntimeException thrown) {
            if (closed) {
                LOG.error("After the end of {}: ", getMethodDescriptor().getFullMethodName(), thrown);
                return;
            }
            if (thrown instanceof StatusRuntimeException own) {
                Metadata trailers = own.getTrailers();
                close(own.getStatus(), trailers == null ? new Metadata() : trailers);
            } else {
                close(Status.UNKNOWN.withCause(thrown), new Metadata());
            }
        }

        @Override
        public synchronized void close(Status status, Metadata trailers) {
            closed = true;
            Throwable cause = status.getCause();
            if (cause instanceof Failure failure) {
                closeWith(failure, trailers);
            } else if (status.getCode() == Status.Code.UNKNOWN && isFault(cause)) {
                closeWith(DatabaseOutage.isBehind(cause) ? outage(cause) : fault(cause), trailers);
            } else {
                super.close(status, trailers);
            }
        }

        private void closeWith(Failure failure, Metadata trailers) {
            trailers.discardAll(ErrorTrailer.KEY);
            trailers.put(ErrorTrailer.KEY, failure.code().name());
            Status status = failure.code().status().toStatus().withDescription(failure.getMessage());
            super.close(status.withCause(failure), trailers);
        }

        private static boolean isFault(@Nullable Throwable cause) {
            return !(cause instanceof StatusRuntimeException || cause instanceof StatusException);
        }

        /** One line without a trace: while the database is away, every call says the same. */
        private Failure outage(@Nullable Throwable cause) {
            LOG.error(
                    "The database does not answer {}: {}",
                    getMethodDescriptor().getFullMethodName(),
                    String.valueOf(cause));
            return DatabaseOutage.failure(cause);
        }

        private Failure fault(@Nullable Throwable cause) {
            byte[] random = new byte[4];
            RANDOM.nextBytes(random);
            String reference = HexFormat.of().withUpperCase().formatHex(random);
            LOG.error("Fault {} in {}", reference, getMethodDescriptor().getFullMethodName(), cause);
            return new Failure(
                    ErrorCode.INTERNAL,
                    new Sentence(
                            "Défaut du nœud, référence " + reference + " ; donnez-la à l'exploitant du nœud.",
                            "A fault of the node, reference " + reference + "; give it to the node's operator."),
                    cause);
        }
    }

    /** The listener, deaf after a failure to all but the end of the call, so that a desk can still let go of what it holds. */
    private static final class GuardedListener<Q, A> extends ServerCall.Listener<Q> {
        private final ServerCall.Listener<Q> guarded;
        private final MappedCall<Q, A> call;
        private boolean failed;

        GuardedListener(ServerCall.Listener<Q> guarded, MappedCall<Q, A> call) {
            this.guarded = guarded;
            this.call = call;
        }

        @Override
        public void onMessage(Q message) {
            guard(() -> guarded.onMessage(message));
        }

        @Override
        public void onHalfClose() {
            guard(guarded::onHalfClose);
        }

        @Override
        public void onReady() {
            guard(guarded::onReady);
        }

        @Override
        public void onCancel() {
            guarded.onCancel();
        }

        @Override
        public void onComplete() {
            guarded.onComplete();
        }

        private void guard(Runnable event) {
            if (failed) {
                return;
            }
            try {
                event.run();
            } catch (RuntimeException thrown) {
                failed = true;
                call.fail(thrown);
            }
        }
    }
}
