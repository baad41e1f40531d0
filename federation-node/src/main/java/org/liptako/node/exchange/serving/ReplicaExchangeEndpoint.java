package org.liptako.node.exchange.serving;

import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.liptako.exchange.v1.ConfirmSealedRequest;
import org.liptako.exchange.v1.ConfirmSealedResponse;
import org.liptako.exchange.v1.FetchRequest;
import org.liptako.exchange.v1.GetManifestRequest;
import org.liptako.exchange.v1.GetManifestResponse;
import org.liptako.exchange.v1.ReplicaExchangeServiceGrpc;
import org.liptako.node.exchange.grant.GrantMessages;
import org.liptako.node.exchange.manifest.ChunkRange;
import org.liptako.node.exchange.metric.ExchangeMeter;
import org.liptako.node.exchange.pace.Direction;
import org.liptako.node.exchange.pace.Pace;
import org.liptako.node.exchange.pace.PaceShare;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.stream.Chunk;
import org.liptako.node.exchange.stream.ChunkMessages;
import org.liptako.node.exchange.stream.ManifestMessages;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.VersionRoot;

/** Serves the copies that this site holds to the nodes that grants name. */
public final class ReplicaExchangeEndpoint implements BindableService {
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);

    private final ServingDesk desk;
    private final Clock clock;
    private final Executor readers;
    private final ExchangeMeter meter;
    private final Pace pace;
    private final FetchTickets tickets = new FetchTickets();

    /** @param readers a few threads that read disks; all calls share them */
    public ReplicaExchangeEndpoint(ServingDesk desk, Clock clock, Executor readers, ExchangeMeter meter, Pace pace) {
        this.desk = desk;
        this.clock = clock;
        this.readers = readers;
        this.meter = meter;
        this.pace = pace;
    }

    @Override
    public ServerServiceDefinition bindService() {
        return ServerServiceDefinition.builder(ReplicaExchangeServiceGrpc.SERVICE_NAME)
                .addMethod(
                        ReplicaExchangeServiceGrpc.getGetManifestMethod(),
                        ServerCalls.asyncServerStreamingCall(this::getManifest))
                .addMethod(ChunkMessages.fetch(), ServerCalls.asyncServerStreamingCall(this::fetch))
                .addMethod(
                        ReplicaExchangeServiceGrpc.getConfirmSealedMethod(),
                        ServerCalls.asyncUnaryCall(this::confirmSealed))
                .build();
    }

    private void getManifest(GetManifestRequest request, StreamObserver<GetManifestResponse> observer) {
        GrantSerial serial = GrantMessages.serial(request.getGrant());
        Caller caller = Caller.current();
        HeldVersion held = desk.open(serial, caller);
        PacedStream.send(
                (ServerCallStreamObserver<GetManifestResponse>) observer,
                new WatchedParts<>(
                        ManifestMessages.toMessages(held.signed(), ManifestMessages.held(request)),
                        new Recheck(serial, caller)),
                readers,
                tickets.take(serial));
    }

    private void fetch(FetchRequest request, StreamObserver<Chunk> observer) {
        GrantSerial serial = GrantMessages.serial(request.getGrant());
        Caller caller = Caller.current();
        HeldVersion held = desk.open(serial, caller);
        ChunkSupply supply = new ChunkSupply(
                held,
                ranges(request),
                request.getProveAnew(),
                new Recheck(serial, caller),
                new ChunkSupply.Told(meter, found -> desk.damaged(serial, found)));
        ServerCallStreamObserver<Chunk> receiver = (ServerCallStreamObserver<Chunk>) observer;
        StreamEnd ticket = tickets.take(serial);
        receiver.setOnReadyThreshold(tickets.readyBytes());
        int chunkBytes = held.manifest().header().chunkBytes();
        AtomicReference<PaceShare> share = new AtomicReference<>(PaceShare.unbounded());
        PacedStream.send(
                receiver,
                supply,
                readers,
                new StreamEnd() {
                    @Override
                    public void closed() {
                        ticket.closed();
                        Objects.requireNonNull(share.get()).close();
                    }

                    @Override
                    public void brokenOff() {
                        ticket.brokenOff();
                        Objects.requireNonNull(share.get()).close();
                    }
                },
                wake -> {
                    share.set(pace.share(serial, caller.state(), Direction.SERVE, wake));
                    return () -> Objects.requireNonNull(share.get()).take(1, chunkBytes) > 0;
                });
    }

    private void confirmSealed(ConfirmSealedRequest request, StreamObserver<ConfirmSealedResponse> observer) {
        long index = desk.given(
                GrantMessages.serial(request.getGrant()), new VersionRoot(request.getVersionRoot()), Caller.current());
        observer.onNext(
                ConfirmSealedResponse.newBuilder().setJournalIndex(index).build());
        observer.onCompleted();
    }

    private static List<ChunkRange> ranges(FetchRequest request) {
        return request.getRangesList().stream()
                .map(range -> new ChunkRange(clamped(range.getFirst()), clamped(range.getCount())))
                .toList();
    }

    /** An unsigned number beyond any chunk's stays beyond any. */
    private static int clamped(long number) {
        return number < 0 || number > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) number;
    }

    /** Checks the grant again while the call runs. Not thread-safe. */
    private final class Recheck implements Runnable {
        private final GrantSerial serial;
        private final Caller caller;
        private Instant due = clock.instant().plus(BETWEEN_CHECKS);

        Recheck(GrantSerial serial, Caller caller) {
            this.serial = serial;
            this.caller = caller;
        }

        @Override
        public void run() {
            Instant now = clock.instant();
            if (!now.isBefore(due) || now.isBefore(due.minus(BETWEEN_CHECKS))) {
                desk.recheck(serial, caller);
                due = now.plus(BETWEEN_CHECKS);
            }
        }
    }
}
