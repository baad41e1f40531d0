package org.liptako.node.cli.demo.story;

import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.liptako.exchange.v1.CourierServiceGrpc;
import org.liptako.exchange.v1.ExportDiskRequest;
import org.liptako.exchange.v1.ImportDiskRequest;
import org.liptako.exchange.v1.ImportedDisk;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;

/** One courier disk with all of a copy, from Bamako to Ouagadougou. */
final class DiskByRoad {
    private static final String NAME = "killed";

    private final TrialCapitals capitals;
    private final String grant;

    DiskByRoad(TrialCapitals capitals, String grant) {
        this.capitals = capitals;
        this.grant = grant;
    }

    /** Writes it at Bamako and carries it to Ouagadougou. */
    void write() throws IOException {
        Path written = capitals.courier(Place.BAMAKO).resolve(NAME);
        Files.createDirectories(written);
        capitals.scene().people().ask(Person.OPERATOR, Place.BAMAKO, node -> {
            node.stream(CourierServiceGrpc::newBlockingStub)
                    .exportDisk(ExportDiskRequest.newBuilder()
                            .setGrant(grant)
                            .setDirectory(NAME)
                            .addCapacities(1L << 30)
                            .build())
                    .forEachRemaining(progress -> {});
            return NAME;
        });
        Files.move(written, capitals.courier(Place.OUAGADOUGOU).resolve(NAME));
    }

    /** Comes to an end, one way or the other, when the node does. */
    Future<ImportedDisk> beginToRead() {
        CompletableFuture<ImportedDisk> reading = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                reading.complete(read());
            } catch (StatusRuntimeException killed) {
                reading.complete(ImportedDisk.getDefaultInstance());
            }
        });
        return reading;
    }

    ImportedDisk read() {
        return capitals.scene().people().ask(Person.OPERATOR, Place.OUAGADOUGOU, node -> {
            AtomicReference<ImportedDisk> imported = new AtomicReference<>(ImportedDisk.getDefaultInstance());
            node.stream(CourierServiceGrpc::newBlockingStub)
                    .importDisk(
                            ImportDiskRequest.newBuilder().setDirectory(NAME).build())
                    .forEachRemaining(progress -> imported.set(progress.getImported()));
            return imported.get();
        });
    }
}
