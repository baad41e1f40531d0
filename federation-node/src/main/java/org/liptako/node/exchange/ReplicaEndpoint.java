package org.liptako.node.exchange;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.liptako.exchange.v1.AcceptLinkSpeedRequest;
import org.liptako.exchange.v1.AcceptLinkSpeedResponse;
import org.liptako.exchange.v1.EraseReplicaRequest;
import org.liptako.exchange.v1.EraseReplicaResponse;
import org.liptako.exchange.v1.GetLimitsRequest;
import org.liptako.exchange.v1.GetLimitsResponse;
import org.liptako.exchange.v1.GetQueueRequest;
import org.liptako.exchange.v1.GetQueueResponse;
import org.liptako.exchange.v1.Limit;
import org.liptako.exchange.v1.ListTransfersRequest;
import org.liptako.exchange.v1.ListTransfersResponse;
import org.liptako.exchange.v1.PauseTransfersRequest;
import org.liptako.exchange.v1.PauseTransfersResponse;
import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.PublishVersionResponse;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.ResumeTransfersRequest;
import org.liptako.exchange.v1.ResumeTransfersResponse;
import org.liptako.exchange.v1.SetLimitsRequest;
import org.liptako.exchange.v1.SetLimitsResponse;
import org.liptako.exchange.v1.SetPriorityRequest;
import org.liptako.exchange.v1.SetPriorityResponse;
import org.liptako.exchange.v1.StartTransferRequest;
import org.liptako.exchange.v1.StartTransferResponse;
import org.liptako.exchange.v1.VerifyReplicaRequest;
import org.liptako.exchange.v1.VerifyReplicaResponse;
import org.liptako.exchange.v1.WatchTransferRequest;
import org.liptako.exchange.v1.WatchTransferResponse;
import org.liptako.node.exchange.erasure.ErasureDesk;
import org.liptako.node.exchange.grant.GrantMessages;
import org.liptako.node.exchange.pace.LinkSpeed;
import org.liptako.node.exchange.pace.LinkWatch;
import org.liptako.node.exchange.pace.PaceLimits;
import org.liptako.node.exchange.publication.Publication;
import org.liptako.node.exchange.publication.PublishDesk;
import org.liptako.node.exchange.repair.VerifyDesk;
import org.liptako.node.exchange.transfer.QueueDesk;
import org.liptako.node.exchange.transfer.TransferReport;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.VersionPublished;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** What operators do with the copies of this data centre. */
public final class ReplicaEndpoint extends ReplicaServiceGrpc.ReplicaServiceImplBase {
    private static final int USUAL_PAGE = 100;

    private final SiteId site;
    private final PublishDesk publications;
    private final QueueDesk transfers;
    private final ErasureDesk erasures;
    private final VerifyDesk verifications;
    private final TransferWatches watches;
    private final PaceLimits limits;
    private final LinkWatch links;
    private final Clock clock;

    public ReplicaEndpoint(
            SiteId site,
            PublishDesk publications,
            QueueDesk transfers,
            ErasureDesk erasures,
            VerifyDesk verifications,
            TransferWatches watches,
            PaceLimits limits,
            LinkWatch links,
            Clock clock) {
        this.site = site;
        this.publications = publications;
        this.transfers = transfers;
        this.erasures = erasures;
        this.verifications = verifications;
        this.watches = watches;
        this.limits = limits;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public void publishVersion(PublishVersionRequest request, StreamObserver<PublishVersionResponse> observer) {
        Caller.current().mustActFor(site);
        VersionPublished version = publish(request);
        PublishVersionResponse.Builder response = PublishVersionResponse.newBuilder()
                .setVersionRoot(version.versionRoot().value())
                .setFiles(version.files())
                .setBytes(version.bytes());
        if (version.encryptedRoot() != null) {
            response.setEncryptedRoot(version.encryptedRoot().value());
        }
        answer(observer, response.build());
    }

    @Override
    public void startTransfer(StartTransferRequest request, StreamObserver<StartTransferResponse> observer) {
        Caller.current().mustActFor(site);
        TransferReport transfer = transfers.start(GrantMessages.serial(request.getGrant()), request.getVerifyDisk());
        answer(
                observer,
                StartTransferResponse.newBuilder()
                        .setTransfer(TransferMessages.toMessage(transfer))
                        .build());
    }

    @Override
    public void listTransfers(ListTransfersRequest request, StreamObserver<ListTransfersResponse> observer) {
        int most = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        ListTransfersResponse.Builder response = ListTransfersResponse.newBuilder();
        transfers.newest(most).forEach(transfer -> response.addTransfers(TransferMessages.toMessage(transfer)));
        answer(observer, response.build());
    }

    @Override
    public void watchTransfer(WatchTransferRequest request, StreamObserver<WatchTransferResponse> observer) {
        GrantSerial grant = GrantMessages.serial(request.getGrant());
        watches.open(
                (ServerCallStreamObserver<WatchTransferResponse>) observer,
                () -> transfers.get(grant),
                transfer -> WatchTransferResponse.newBuilder()
                        .setTransfer(TransferMessages.toMessage(transfer))
                        .build());
    }

    @Override
    public void getQueue(GetQueueRequest request, StreamObserver<GetQueueResponse> observer) {
        GetQueueResponse.Builder response = QueueMessages.toMessage(transfers.queue(), transfers.pauses());
        for (State peer : State.values()) {
            LinkSpeed link = links.speed(peer);
            if (link.lately() > 0) {
                response.addLinks(LimitMessages.toMessage(link));
            }
        }
        answer(observer, response.build());
    }

    @Override
    public void pauseTransfers(PauseTransfersRequest request, StreamObserver<PauseTransfersResponse> observer) {
        Caller.current().mustActFor(site);
        int held = transfers.pause(
                QueueMessages.scope(request.getScope()),
                Caller.current().party().toString());
        answer(observer, PauseTransfersResponse.newBuilder().setTransfers(held).build());
    }

    @Override
    public void resumeTransfers(ResumeTransfersRequest request, StreamObserver<ResumeTransfersResponse> observer) {
        Caller.current().mustActFor(site);
        boolean was = transfers.resume(QueueMessages.scope(request.getScope()));
        ResumeTransfersResponse.Builder response =
                ResumeTransfersResponse.newBuilder().setWasPaused(was);
        transfers.pauses().forEach(pause -> response.addStill(QueueMessages.toMessage(pause)));
        answer(observer, response.build());
    }

    @Override
    public void setPriority(SetPriorityRequest request, StreamObserver<SetPriorityResponse> observer) {
        Caller.current().mustActFor(site);
        TransferReport transfer = transfers.priority(
                GrantMessages.serial(request.getGrant()), QueueMessages.priority(request.getPriority()));
        answer(
                observer,
                SetPriorityResponse.newBuilder()
                        .setTransfer(TransferMessages.toMessage(transfer))
                        .build());
    }

    @Override
    public void getLimits(GetLimitsRequest request, StreamObserver<GetLimitsResponse> observer) {
        answer(observer, GetLimitsResponse.newBuilder().addAllLimits(limits()).build());
    }

    @Override
    public void setLimits(SetLimitsRequest request, StreamObserver<SetLimitsResponse> observer) {
        Caller.current().mustActFor(site);
        Optional<State> peer = LimitMessages.peer(request, site);
        if (request.getAsConfigured()) {
            limits.forget(peer);
        } else {
            limits.set(
                    LimitMessages.changed(limits.of(peer), request),
                    Caller.current().party().toString());
        }
        transfers.limitsChanged();
        answer(observer, SetLimitsResponse.newBuilder().addAllLimits(limits()).build());
    }

    @Override
    public void acceptLinkSpeed(AcceptLinkSpeedRequest request, StreamObserver<AcceptLinkSpeedResponse> observer) {
        Caller.current().mustActFor(site);
        State peer = QueueMessages.state(request.getPeer());
        links.accept(peer);
        answer(
                observer,
                AcceptLinkSpeedResponse.newBuilder()
                        .setLink(LimitMessages.toMessage(links.speed(peer)))
                        .build());
    }

    @Override
    public void verifyReplica(VerifyReplicaRequest request, StreamObserver<VerifyReplicaResponse> observer) {
        Caller.current().mustActFor(site);
        VerifyProgress caller = new VerifyProgress((ServerCallStreamObserver<VerifyReplicaResponse>) observer);
        try {
            answer(
                    observer,
                    VerifyMessages.toMessage(
                            verifications.verify(GrantMessages.dataset(request.getDataset()), caller)));
        } catch (CancellationException e) {
            // Nobody waits for the answer any more.
        }
    }

    /** Tells the caller twice a second how far the reading is, and ends it once the caller has gone. */
    private static final class VerifyProgress implements VerifyDesk.Progress {
        private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

        private final ServerCallStreamObserver<VerifyReplicaResponse> caller;
        private long told = System.nanoTime();

        VerifyProgress(ServerCallStreamObserver<VerifyReplicaResponse> caller) {
            this.caller = caller;
        }

        @Override
        public void at(long done, long all) {
            if (caller.isCancelled()) {
                throw new CancellationException("The caller has gone.");
            }
            long now = System.nanoTime();
            if (now - told >= BETWEEN_NANOS && caller.isReady()) {
                caller.onNext(VerifyMessages.toMessage(done, all));
                told = now;
            }
        }
    }

    @Override
    public void eraseReplica(EraseReplicaRequest request, StreamObserver<EraseReplicaResponse> observer) {
        Caller.current().mustActFor(site);
        long index = erase(GrantMessages.serial(request.getGrant()));
        answer(
                observer,
                EraseReplicaResponse.newBuilder().setJournalIndex(index).build());
    }

    private VersionPublished publish(PublishVersionRequest request) {
        try {
            return publications.publish(new Publication(
                    GrantMessages.dataset(request.getDataset()),
                    request.getDirectory(),
                    request.getReadAll(),
                    request.getClearOnly()));
        } catch (IOException e) {
            throw new UncheckedIOException("The directory to publish, or the store, cannot be read or written.", e);
        }
    }

    private long erase(GrantSerial grant) {
        try {
            return erasures.erase(grant);
        } catch (IOException e) {
            throw new UncheckedIOException("A copy under " + grant + " could not be removed; try again.", e);
        }
    }

    private List<Limit> limits() {
        Instant now = clock.instant();
        return limits.all().stream()
                .map(limit -> LimitMessages.toMessage(limit, now))
                .toList();
    }

    private static <T> void answer(StreamObserver<T> observer, T response) {
        observer.onNext(response);
        observer.onCompleted();
    }
}
