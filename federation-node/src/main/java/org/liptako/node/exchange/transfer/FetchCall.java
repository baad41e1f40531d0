package org.liptako.node.exchange.transfer;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.stream.Chunk;

/**
 * One running call of {@code Fetch}. A chunk is asked for when the one before was written, so what waits in memory is one chunk in
 * hand, one behind it, and the transport's window.
 */
final class FetchCall extends ClientCall.Listener<Chunk> {
    private final ClientCall<?, Chunk> call;
    private final ChunkSink sink;
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();

    private FetchCall(ClientCall<?, Chunk> call, ChunkSink sink) {
        this.call = call;
        this.sink = sink;
    }

    static <Q> FetchCall start(ClientCall<Q, Chunk> call, Q request, ChunkSink sink) {
        FetchCall fetch = new FetchCall(call, sink);
        call.start(fetch, new Metadata());
        call.sendMessage(request);
        call.halfClose();
        call.request(2);
        return fetch;
    }

    /** Completes when no chunk comes any more: normally, with a StatusRuntimeException, or with what the sink threw. */
    CompletableFuture<@Nullable Void> ended() {
        return ended;
    }

    /** Completes normally when the call touches nothing any more. */
    CompletableFuture<@Nullable Void> closed() {
        return closed;
    }

    void cancel(String why) {
        call.cancel(why, null);
    }

    @Override
    public void onMessage(Chunk chunk) {
        if (ended.isDone()) {
            // A chunk that was on its way when the sink failed: the round is over, and counts and writes no more.
            return;
        }
        try {
            sink.take(chunk);
            call.request(1);
        } catch (IOException | RuntimeException e) {
            ended.completeExceptionally(e);
            call.cancel("The receiver cannot take more.", e);
        }
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        if (status.isOk()) {
            ended.complete(null);
        } else {
            ended.completeExceptionally(status.asRuntimeException(trailers));
        }
        closed.complete(null);
    }
}
