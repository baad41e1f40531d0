package org.liptako.node.identity;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.time.Duration;
import org.liptako.node.wire.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call that may be ended from outside its endpoint: because its caller is no longer trusted, its time is up, or the node stops.
 *
 * <p>To the endpoint that looks as if the caller had gone away. And the endpoint is handed the caller's next message only
 * once the caller takes its answers, so that one who asks and never reads costs a bounded amount of memory.
 */
final class EndableCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private static final Logger LOG = LoggerFactory.getLogger(EndableCall.class);

    private final Object turn = new Object();
    private final long began = System.nanoTime();
    private boolean closed;
    private boolean endedFromOutside;
    private int withheld;

    EndableCall(ServerCall<Q, A> call) {
        super(call);
    }

    /** Whether more than one answer to one question is owed. */
    boolean isStream() {
        return getMethodDescriptor().getType() != MethodType.UNARY;
    }

    /** Whether it lasts until somebody ends it. */
    boolean isEndless() {
        return OwedAnswers.isEndless(getMethodDescriptor());
    }

    /** Whether it is a single question that has lasted longer than that; a stream lasts as long as it is wanted. */
    boolean isOverdue(Duration longest) {
        return !isStream() && System.nanoTime() - began > longest.toNanos();
    }

    /** Ends the call with a failure, unless it has ended; from any thread. */
    void end(Failure reason) {
        synchronized (turn) {
            if (!closed) {
                closed = true;
                endedFromOutside = true;
                closeBelow(reason);
            }
        }
    }

    private void closeBelow(Failure reason) {
        try {
            super.close(Status.UNKNOWN.withCause(reason), new Metadata());
        } catch (IllegalStateException over) {
            // The endpoint has failed, and the mapping of failures closed the call past this one.
            LOG.debug("A call that was to be ended was over already.", over);
        }
    }

    @Override
    public void sendHeaders(Metadata headers) {
        synchronized (turn) {
            if (!endedFromOutside) {
                super.sendHeaders(headers);
            }
        }
    }

    @Override
    public void sendMessage(A message) {
        synchronized (turn) {
            if (!endedFromOutside) {
                super.sendMessage(message);
            }
        }
    }

    @Override
    public void close(Status status, Metadata trailers) {
        synchronized (turn) {
            if (!endedFromOutside) {
                closed = true;
                super.close(status, trailers);
            }
        }
    }

    @Override
    public boolean isCancelled() {
        synchronized (turn) {
            return endedFromOutside || super.isCancelled();
        }
    }

    @Override
    public void request(int messages) {
        synchronized (turn) {
            withheld += messages;
        }
        handOut();
    }

    private void handOut() {
        int asked;
        synchronized (turn) {
            if (closed || !isReady()) {
                return;
            }
            asked = withheld;
            withheld = 0;
        }
        if (asked > 0) {
            super.request(asked);
        }
    }

    /** What the endpoint hears. */
    ServerCall.Listener<Q> listener(ServerCall.Listener<Q> endpoint, Runnable atEnd) {
        return new SimpleForwardingServerCallListener<>(endpoint) {
            @Override
            public void onReady() {
                handOut();
                super.onReady();
            }

            @Override
            public void onComplete() {
                atEnd.run();
                if (isCancelled()) {
                    super.onCancel();
                } else {
                    super.onComplete();
                }
            }

            @Override
            public void onCancel() {
                atEnd.run();
                super.onCancel();
            }
        };
    }
}
