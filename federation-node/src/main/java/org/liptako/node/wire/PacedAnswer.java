package org.liptako.node.wire;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.Collections;
import java.util.Iterator;

/**
 * Sends a stream as fast as the caller takes it: who asks and never reads makes the node hold no more than one message of those that are made as they are sent.
 *
 * @param <A> the messages
 */
public final class PacedAnswer<A> {
    private final ServerCallStreamObserver<A> stream;
    private Iterator<A> messages = Collections.emptyIterator();
    private boolean known;
    private boolean ended;

    private PacedAnswer(ServerCallStreamObserver<A> stream) {
        this.stream = stream;
        stream.setOnReadyHandler(this::send);
    }

    /** Begins an answer that is known at once. */
    public static <A> void begin(Iterator<A> messages, ServerCallStreamObserver<A> stream) {
        PacedAnswer<A> answer = new PacedAnswer<>(stream);
        answer.messages = messages;
        answer.known = true;
    }

    /** Prepares an answer that is known only when the whole question has come; to be called before the call's method returns. */
    public static <A> PacedAnswer<A> later(ServerCallStreamObserver<A> stream) {
        return new PacedAnswer<>(stream);
    }

    /** Gives the answer; called on a thread of the call. */
    public void give(Iterator<A> whole) {
        messages = whole;
        known = true;
        send();
    }

    private void send() {
        while (known && !ended && stream.isReady()) {
            if (messages.hasNext()) {
                stream.onNext(messages.next());
            } else {
                ended = true;
                stream.onCompleted();
            }
        }
    }
}
