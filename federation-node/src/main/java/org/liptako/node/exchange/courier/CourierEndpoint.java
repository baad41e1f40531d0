package org.liptako.node.exchange.courier;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.liptako.exchange.v1.CourierServiceGrpc;
import org.liptako.exchange.v1.ExportDiskRequest;
import org.liptako.exchange.v1.ExportDiskResponse;
import org.liptako.exchange.v1.ImportDiskRequest;
import org.liptako.exchange.v1.ImportDiskResponse;
import org.liptako.exchange.v1.ListDisksRequest;
import org.liptako.exchange.v1.ListDisksResponse;
import org.liptako.exchange.v1.RecordLostDiskRequest;
import org.liptako.exchange.v1.RecordLostDiskResponse;
import org.liptako.node.exchange.grant.GrantMessages;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.name.SiteId;

/** What operators do with courier disks. A call that writes or reads a disk lasts as long as that; a caller who goes away ends it. */
public final class CourierEndpoint extends CourierServiceGrpc.CourierServiceImplBase {
    private static final int USUAL_PAGE = 100;

    private final SiteId site;
    private final ExportDesk exports;
    private final ImportDesk imports;
    private final LossDesk losses;
    private final DiskRegister register;

    CourierEndpoint(SiteId site, ExportDesk exports, ImportDesk imports, LossDesk losses, DiskRegister register) {
        this.site = site;
        this.exports = exports;
        this.imports = imports;
        this.losses = losses;
        this.register = register;
    }

    @Override
    public void exportDisk(ExportDiskRequest request, StreamObserver<ExportDiskResponse> observer) {
        Caller.current().mustActFor(site);
        ExportOrder order = CourierMessages.order(request);
        ServerCallStreamObserver<ExportDiskResponse> watcher = (ServerCallStreamObserver<ExportDiskResponse>) observer;
        try {
            int number = exports.export(
                    order,
                    new WatchedWork<>(
                            watcher,
                            (done, all) -> ExportDiskResponse.newBuilder()
                                    .setChunksDone(done)
                                    .setChunks(all)
                                    .build()));
            CourierDisk written = register.of(order.grant()).stream()
                    .filter(disk -> disk.any().disk() == number)
                    .findFirst()
                    .orElseThrow();
            watcher.onNext(ExportDiskResponse.newBuilder()
                    .setChunksDone(written.any().chunks())
                    .setChunks(written.any().chunks())
                    .setDisk(withFiles(written))
                    .build());
            watcher.onCompleted();
        } catch (IOException e) {
            throw CourierMessages.trouble(e);
        } catch (CancellationException e) {
            // Nobody waits for the answer any more.
        }
    }

    @Override
    public void importDisk(ImportDiskRequest request, StreamObserver<ImportDiskResponse> observer) {
        Caller.current().mustActFor(site);
        ServerCallStreamObserver<ImportDiskResponse> watcher = (ServerCallStreamObserver<ImportDiskResponse>) observer;
        try {
            ImportedDisk imported = imports.read(
                    request.getDirectory(),
                    new WatchedWork<>(
                            watcher,
                            (done, all) -> ImportDiskResponse.newBuilder()
                                    .setChunksDone(done)
                                    .setChunks(all)
                                    .build()));
            watcher.onNext(ImportDiskResponse.newBuilder()
                    .setChunksDone(imported.taken() + imported.known())
                    .setChunks(imported.taken() + imported.known() + imported.failed())
                    .setImported(CourierMessages.toMessage(imported))
                    .build());
            watcher.onCompleted();
        } catch (IOException e) {
            throw CourierMessages.trouble(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CancellationException e) {
            // Nobody waits for the answer any more.
        }
    }

    @Override
    public void listDisks(ListDisksRequest request, StreamObserver<ListDisksResponse> observer) {
        int most = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        ListDisksResponse.Builder response = ListDisksResponse.newBuilder();
        if (request.getGrant().isEmpty()) {
            register.planned().stream()
                    .limit(most)
                    .map(CourierMessages::toMessage)
                    .forEach(response::addDisks);
            register.newest(most).stream()
                    .limit(most - response.getDisksCount())
                    .map(CourierMessages::toMessage)
                    .forEach(response::addDisks);
        } else {
            GrantSerial grant = GrantMessages.serial(request.getGrant());
            List<PlannedDisk> planned = register.planned(grant);
            planned.forEach(disk -> response.addDisks(CourierMessages.toMessage(disk)));
            register.of(grant).forEach(disk -> response.addDisks(withFiles(disk)));
        }
        observer.onNext(response.build());
        observer.onCompleted();
    }

    @Override
    public void recordLostDisk(RecordLostDiskRequest request, StreamObserver<RecordLostDiskResponse> observer) {
        Caller.current().mustActFor(site);
        long index = losses.lost(GrantMessages.serial(request.getGrant()), request.getDisk(), request.getNote());
        observer.onNext(
                RecordLostDiskResponse.newBuilder().setJournalIndex(index).build());
        observer.onCompleted();
    }

    private org.liptako.exchange.v1.CourierDisk withFiles(CourierDisk disk) {
        return CourierMessages.toMessage(disk).toBuilder()
                .addAllFiles(CourierMessages.files(register.files(disk)))
                .build();
    }
}
