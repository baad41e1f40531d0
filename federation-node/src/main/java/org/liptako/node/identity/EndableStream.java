package org.liptako.node.identity;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.node.wire.Failure;

/**
 * A stream that the node may end from any thread, whoever is sending. To the endpoint this looks as if the caller had gone, which every
 * endpoint can bear; what it sends after that goes nowhere.
 */
final class EndableStream<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private boolean over;
    private volatile boolean ended;

    EndableStream(ServerCall<Q, A> call) {
        super(call);
    }

    /** Ends the stream, unless it has ended. */
    synchronized void end() {
        if (over) {
            return;
        }
        over = true;
        ended = true;
        Failure stops = Failure.of(
                ErrorCode.NODE_NOT_SERVING,
                "Le nœud s'arrête ; reprenez dans un instant.",
                "The node is stopping; go on in a moment.");
        super.close(
                stops.code().status().toStatus().withDescription(stops.getMessage()), ErrorTrailer.of(stops.code()));
    }

    /** Hears as a cancellation that the node has ended the stream. */
    ServerCall.Listener<Q> listener(ServerCall.Listener<Q> endpoint) {
        return new SimpleForwardingServerCallListener<>(endpoint) {
            @Override
            public void onComplete() {
                if (ended) {
                    super.onCancel();
                } else {
                    super.onComplete();
                }
            }
        };
    }

    @Override
    public synchronized void sendHeaders(Metadata headers) {
        if (!over) {
            super.sendHeaders(headers);
        }
    }

    @Override
    public synchronized void sendMessage(A message) {
        if (!over) {
            super.sendMessage(message);
        }
    }

    @Override
    public synchronized void close(Status status, Metadata trailers) {
        if (!over) {
            over = true;
            super.close(status, trailers);
        }
    }

    @Override
    public boolean isCancelled() {
        return ended || super.isCancelled();
    }
}
