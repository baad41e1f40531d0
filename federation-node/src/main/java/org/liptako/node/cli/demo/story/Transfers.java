package org.liptako.node.cli.demo.story;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.liptako.exchange.v1.ListTransfersRequest;
import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.PublishVersionResponse;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.Transfer;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.DatasetFiles;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;

/** What operators see and do of bytes; what is published is Bamako's if nothing else is said. */
final class Transfers {
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Scene scene;
    private final Place home;

    Transfers(Scene scene) {
        this(scene, Place.BAMAKO);
    }

    Transfers(Scene scene, Place home) {
        this.scene = scene;
        this.home = home;
    }

    /** The home of a dataset makes its files and publishes them. */
    PublishVersionResponse publish(String dataset, long bytes) {
        return publish(dataset, dataset, bytes);
    }

    /** The same, with files of which none has been moved before. */
    PublishVersionResponse publishAnew(String dataset, String edition, long bytes) {
        return publish(dataset, dataset + ", " + edition, bytes);
    }

    private PublishVersionResponse publish(String dataset, String name, long bytes) {
        DatasetFiles.write(directory(dataset), name, bytes);
        return publish(dataset);
    }

    /** The same, with many small files, each of one chunk. */
    PublishVersionResponse publishSmall(String dataset, int files, int bytes) {
        DatasetFiles.writeSmall(directory(dataset), dataset, files, bytes);
        return publish(dataset);
    }

    private Path directory(String dataset) {
        return scene.directory().publish(home.state()).resolve(dataset);
    }

    private PublishVersionResponse publish(String dataset) {
        return scene.people()
                .ask(
                        Person.OPERATOR,
                        home,
                        node -> node.service(ReplicaServiceGrpc::newBlockingStub)
                                .publishVersion(PublishVersionRequest.newBuilder()
                                        .setDataset(dataset)
                                        .setDirectory(dataset)
                                        .build()));
    }

    /** Waits until the receiver has sealed its copy. */
    Transfer awaitSealed(String grant, Place receiver) {
        var transfer = await(grant, receiver, seen -> switch (seen.getStatus()) {
            case TRANSFER_STATUS_SEALED, TRANSFER_STATUS_STOPPED -> true;
            case TRANSFER_STATUS_WAITING, TRANSFER_STATUS_RUNNING, TRANSFER_STATUS_UNSPECIFIED, UNRECOGNIZED -> false;
        });
        UnexpectedOutcomeException.unless(
                transfer.getStatus() == TransferStatus.TRANSFER_STATUS_SEALED,
                "transfer " + transfer.getStatus().name().replace("TRANSFER_STATUS_", "") + ": "
                        + transfer.getStatusReason().getEn());
        return transfer;
    }

    /** Waits until a transfer is as it should be. */
    Transfer await(String grant, Place receiver, Predicate<Transfer> wanted) {
        return Await.until(PATIENCE, () -> find(grant, receiver).filter(wanted))
                .or(() -> find(grant, receiver))
                .orElseThrow(() ->
                        new UnexpectedOutcomeException("no transfer under grant " + grant + " at " + receiver.site()));
    }

    /** A transfer as the receiver's node tells of it now; empty while that node does not answer. */
    Optional<Transfer> find(String grant, Place receiver) {
        try {
            return scene
                    .people()
                    .ask(
                            Person.OPERATOR,
                            receiver,
                            node -> node.service(ReplicaServiceGrpc::newBlockingStub)
                                    .listTransfers(ListTransfersRequest.getDefaultInstance()))
                    .getTransfersList()
                    .stream()
                    .filter(transfer -> transfer.getGrant().equals(grant))
                    .findFirst();
        } catch (StatusRuntimeException failure) {
            if (failure.getStatus().getCode() == Status.Code.UNAVAILABLE) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
