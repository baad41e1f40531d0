package org.liptako.node.exchange.transfer;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.liptako.exchange.v1.ConfirmSealedRequest;
import org.liptako.exchange.v1.FetchRequest;
import org.liptako.exchange.v1.GetManifestRequest;
import org.liptako.exchange.v1.ReplicaExchangeServiceGrpc;
import org.liptako.node.exchange.manifest.ChunkRange;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.stream.ChunkMessages;
import org.liptako.node.exchange.stream.HeaderCheck;
import org.liptako.node.exchange.stream.ManifestMessages;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.peer.PeerChannels;
import org.liptako.pki.name.State;

/** Asks the node of a State for what a grant allows. Thread-safe. */
public final class ReplicaExchangeClient {
    private static final int MOST_RANGES = 4_096;

    private final PeerChannels channels;
    private final Executor receivers;

    /** @param receivers the threads that hash and write what comes; as many as calls at a time, for each may wait for the disk */
    public ReplicaExchangeClient(PeerChannels channels, Executor receivers) {
        this.channels = channels;
        this.receivers = receivers;
    }

    /**
     * The manifest of the version that a grant names, consistent in itself; its header is one that the check lets pass.
     *
     * @throws TransferBreak if the source does not give it
     */
    SignedManifest manifest(State source, GrantSerial grant, HeaderCheck check) throws IOException {
        // A source whose header is refused must not go on sending until the deadline.
        Context.CancellableContext call = Context.current().withCancellation();
        Context before = call.attach();
        try {
            return ManifestMessages.fromMessages(
                    ReplicaExchangeServiceGrpc.newBlockingStub(channel(source))
                            .withDeadlineAfter(120, TimeUnit.SECONDS)
                            .getManifest(GetManifestRequest.newBuilder()
                                    .setGrant(grant.value())
                                    .build()),
                    check);
        } catch (StatusRuntimeException e) {
            throw TransferBreak.of(source, e);
        } finally {
            call.detach(before);
            call.cancel(null);
        }
    }

    /** Begins to fetch chunks; as many of the ranges as one call takes. */
    FetchCall fetch(State source, GrantSerial grant, List<ChunkRange> ranges, ChunkSink sink) {
        FetchRequest.Builder request = FetchRequest.newBuilder().setGrant(grant.value());
        ranges.stream()
                .limit(MOST_RANGES)
                .forEach(range ->
                        request.addRangesBuilder().setFirst(range.first()).setCount(range.count()));
        CallOptions options = CallOptions.DEFAULT.withExecutor(receivers);
        return FetchCall.start(channel(source).newCall(ChunkMessages.fetch(), options), request.build(), sink);
    }

    /** Tells the source that its copy is sealed, and returns once the source has journaled that it gave it. */
    void confirm(TransferPlan plan) {
        try {
            ReplicaExchangeServiceGrpc.newBlockingStub(channel(plan.source()))
                    .withDeadlineAfter(15, TimeUnit.SECONDS)
                    .confirmSealed(ConfirmSealedRequest.newBuilder()
                            .setGrant(plan.grant().value())
                            .setVersionRoot(plan.version().root().value())
                            .build());
        } catch (StatusRuntimeException e) {
            throw TransferBreak.of(plan.source(), e);
        }
    }

    /** Whoever asks has waited already: the channel need not wait longer before it dials again. */
    private Channel channel(State source) {
        channels.retryNow(source);
        return channels.channel(source);
    }
}
