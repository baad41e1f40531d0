package org.liptako.node.rulebook;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.Iterator;

/**
 * Sends a stream as fast as the caller takes it: who asks and never reads makes the node hold no more than one message.
 *
 * @param <A> the messages
 */
final class PacedAnswer<A> {
    private final Iterator<A> messages;
    private final ServerCallStreamObserver<A> stream;
    private boolean ended;

    private PacedAnswer(Iterator<A> messages, ServerCallStreamObserver<A> stream) {
        this.messages = messages;
        this.stream = stream;
    }

    static <A> void begin(Iterator<A> messages, ServerCallStreamObserver<A> stream) {
        stream.setOnReadyHandler(new PacedAnswer<>(messages, stream)::send);
    }

    private void send() {
        while (!ended && stream.isReady()) {
            if (messages.hasNext()) {
                stream.onNext(messages.next());
            } else {
                ended = true;
                stream.onCompleted();
            }
        }
    }
}
