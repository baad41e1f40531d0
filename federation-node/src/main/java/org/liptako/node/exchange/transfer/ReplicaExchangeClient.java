package org.liptako.node.exchange.transfer;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientStreamTracer;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.BlockingClientCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.liptako.exchange.v1.ConfirmSealedRequest;
import org.liptako.exchange.v1.FetchRequest;
import org.liptako.exchange.v1.GetManifestResponse;
import org.liptako.exchange.v1.ReplicaExchangeServiceGrpc;
import org.liptako.node.exchange.manifest.ChunkRange;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.pace.Direction;
import org.liptako.node.exchange.pace.Pace;
import org.liptako.node.exchange.pace.PaceShare;
import org.liptako.node.exchange.stream.Chunk;
import org.liptako.node.exchange.stream.ChunkMessages;
import org.liptako.node.exchange.stream.HeaderCheck;
import org.liptako.node.exchange.stream.KeptManifestMessages;
import org.liptako.node.exchange.stream.ManifestMessages;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.peer.PeerChannels;
import org.liptako.node.peer.PeerLane;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the node of a State for what a grant allows. Thread-safe. */
public final class ReplicaExchangeClient {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaExchangeClient.class);
    private static final int MEMORIES_KEPT = 16;

    private final PeerChannels channels;
    private final Executor receivers;
    private final Pace pace;
    private final Duration patience;
    private final BlockingQueue<MethodDescriptor<FetchRequest, Chunk>> methods =
            new ArrayBlockingQueue<>(MEMORIES_KEPT);

    /**
     * A client for every State.
     *
     * @param receivers the threads that hash and write what comes; as many as calls at a time, for each may wait for the disk
     * @param patience how long a round goes on in which no holder sends anything
     */
    public ReplicaExchangeClient(PeerChannels channels, Executor receivers, Pace pace, Duration patience) {
        this.channels = channels;
        this.receivers = receivers;
        this.pace = pace;
        this.patience = patience;
    }

    /** How long a round goes on in which no holder sends anything. */
    Duration patience() {
        return patience;
    }

    /**
     * The manifest of the version that a grant names, consistent in itself; its header is one that the check lets pass. It takes as long as
     * the link does: what came is kept when the call breaks, and the next one asks for the rest.
     *
     * @param draft where what has come is kept; removed only when it is refused
     * @param look called about every second; what it throws ends the call
     * @throws TransferBreak if the source does not give it
     */
    SignedManifest manifest(TransferPlan plan, Path draft, HeaderCheck check, Runnable look)
            throws IOException, InterruptedException {
        try (KeptManifestMessages kept = KeptManifestMessages.open(draft, check)) {
            if (kept.isBegun()) {
                try {
                    return rest(plan, kept, look);
                } catch (Failure refused) {
                    // What was kept may be what is wrong, or of a header that was signed anew: once more, from nothing.
                    kept.startOver();
                }
            }
            return rest(plan, kept, look);
        } catch (Failure refused) {
            Files.deleteIfExists(draft);
            throw refused;
        }
    }

    private SignedManifest rest(TransferPlan plan, KeptManifestMessages kept, Runnable look)
            throws IOException, InterruptedException {
        BlockingClientCall<?, GetManifestResponse> call = ReplicaExchangeServiceGrpc.newBlockingV2Stub(
                        channel(plan.source()))
                .getManifest(ManifestMessages.request(plan.grant(), kept.held()));
        SilenceClock silence = new SilenceClock(look);
        try {
            while (silence.goesOn()) {
                try {
                    GetManifestResponse message = call.read(1, TimeUnit.SECONDS);
                    if (message == null) {
                        return kept.finish();
                    }
                    silence.heard(kept.take(message));
                } catch (TimeoutException nothing) {
                    LOG.trace("Nothing of the manifest under {} came within a second.", plan.grant(), nothing);
                }
            }
            throw TransferBreak.stalled(plan.source());
        } catch (StatusException e) {
            throw TransferBreak.of(plan.source(), e.getStatus().asRuntimeException(e.getTrailers()));
        } finally {
            // A source whose header is refused must not go on sending.
            call.cancel("The receiver ends the call.", null);
        }
    }

    /** Begins to dial the connections over which a source is going to be asked for chunks; where it cannot, whoever needs them will. */
    void dial(State source) {
        channels.dial(source, LaneClimb.FIRST);
    }

    /** Whether a connection to a source stands; where none does, one is dialled at once. */
    boolean reaches(State source) {
        return channels.reaches(source);
    }

    /** What is asked of a source next is asked over new connections. */
    void hangUp(State source) {
        channels.hangUp(source);
    }

    /** A connection of one's own to a source, to fetch over; to be closed. */
    PeerLane lane(State source) {
        return channels.lane(source);
    }

    /** What a transfer may ask of a source; to be closed. Whoever was refused is woken, on a thread that must not wait. */
    PaceShare share(GrantSerial grant, State source, Runnable wake) {
        return pace.share(grant, source, Direction.RECEIVE, wake);
    }

    /**
     * What a call of {@code Fetch} asks for.
     *
     * @param ranges at most as many as one call takes
     * @param proveAnew whether the holder is to hash what it has hashed before, because it has sent a wrong chunk
     */
    record Asked(GrantSerial grant, List<ChunkRange> ranges, boolean proveAnew) {
        Asked {
            ranges = List.copyOf(ranges);
        }
    }

    /**
     * Begins to fetch chunks over a lane.
     *
     * @param came told of bytes as they come, before they make a chunk
     */
    FetchCall fetch(PeerLane lane, Asked asked, ChunkSink sink, LongConsumer came) {
        FetchRequest.Builder request =
                FetchRequest.newBuilder().setGrant(asked.grant().value()).setProveAnew(asked.proveAnew());
        asked.ranges()
                .forEach(range ->
                        request.addRangesBuilder().setFirst(range.first()).setCount(range.count()));
        CallOptions options = CallOptions.DEFAULT.withExecutor(receivers).withStreamTracerFactory(counting(came));
        MethodDescriptor<FetchRequest, Chunk> method = methods.poll();
        if (method == null) {
            method = ChunkMessages.fetch();
        }
        FetchCall call = FetchCall.start(lane.channel().newCall(method, options), request.build(), sink);
        recycle(call, method);
        return call;
    }

    /** A method has memory for a chunk, which the next call may have. */
    @SuppressWarnings("FutureReturnValueIgnored") // Giving memory back throws nothing.
    private void recycle(FetchCall call, MethodDescriptor<FetchRequest, Chunk> method) {
        call.closed().thenRun(() -> methods.offer(method));
    }

    private static ClientStreamTracer.Factory counting(LongConsumer came) {
        return new ClientStreamTracer.Factory() {
            @Override
            public ClientStreamTracer newClientStreamTracer(ClientStreamTracer.StreamInfo info, Metadata headers) {
                return new ClientStreamTracer() {
                    @Override
                    public void inboundWireSize(long bytes) {
                        came.accept(bytes);
                    }
                };
            }
        };
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
