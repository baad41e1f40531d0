package org.liptako.node.identity;

import static java.util.Objects.requireNonNull;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.issuing.Credential;

/** A call that lasts, and takes one message when it is told to: it is refused when it ends. */
final class RunningStream<Q, A> extends RevokedCaller implements ClientResponseObserver<Q, A> {
    private final TrialClient client;
    private final AtomicInteger messages = new AtomicInteger();
    private volatile @Nullable ClientCallStreamObserver<Q> call;

    /** @param start begins the call with the observer of its answers */
    RunningStream(TrialServer server, Credential caller, BiConsumer<Channel, ClientResponseObserver<Q, A>> start) {
        client = TrialClient.of(server, caller);
        start.accept(client.channel(), this);
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<Q> begun) {
        begun.disableAutoRequestWithInitial(1);
        call = begun;
    }

    /** Takes one message more. */
    void takeOne() {
        call().request(1);
    }

    /** Takes all that still comes: an end is told only after what came before it. */
    void takeRest() {
        call().request(1_000);
    }

    /** Sends one message more, where the caller has several. */
    void say(Q message) {
        call().onNext(message);
    }

    private ClientCallStreamObserver<Q> call() {
        return requireNonNull(call);
    }

    int messages() {
        return messages.get();
    }

    @Override
    public void onNext(A message) {
        messages.incrementAndGet();
    }

    @Override
    public void onError(Throwable thrown) {
        Status status = Status.fromThrowable(thrown);
        refused(status.getCode() + " " + status.getDescription());
    }

    @Override
    public void onCompleted() {
        refused("completed");
    }

    @Override
    public void close() {
        client.close();
    }
}
