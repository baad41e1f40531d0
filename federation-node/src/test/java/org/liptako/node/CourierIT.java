package org.liptako.node;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.CourierDisk;
import org.liptako.exchange.v1.CourierDiskStatus;
import org.liptako.exchange.v1.CourierServiceGrpc;
import org.liptako.exchange.v1.ExportDiskRequest;
import org.liptako.exchange.v1.ExportDiskResponse;
import org.liptako.exchange.v1.ImportDiskRequest;
import org.liptako.exchange.v1.ImportDiskResponse;
import org.liptako.exchange.v1.ImportedDisk;
import org.liptako.exchange.v1.ListDisksRequest;
import org.liptako.exchange.v1.ListTransfersRequest;
import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.Transfer;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.SlowLine;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.State;

/** A copy goes by road from Bamako to Ouagadougou, between whole nodes, because the line is next to nothing. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CourierIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String DATASET = "ML-DS-008";
    private static final int MEBIBYTES = 24;
    private static final int NEXT_TO_NOTHING = 256 << 10;

    @TempDir
    private Path directory;

    private TrialFederation region;
    private @Nullable SlowLine line;

    @BeforeEach
    void start() throws IOException {
        SampleTree.large(directory.resolve("ML/publish/files"), MEBIBYTES);
        region = TrialFederation.withALine(directory, this::line);
        region.takeTheSamples();
        replicas(State.ML)
                .publishVersion(PublishVersionRequest.newBuilder()
                        .setDataset(DATASET)
                        .setDirectory("files")
                        .build());
        requireNonNull(line).narrow();
    }

    @AfterEach
    void stop() throws IOException {
        region.close();
        if (line != null) {
            line.close();
        }
    }

    @Test
    void oneDiskBringsTheWholeCopyAndBothJournalsSaySo() throws IOException {
        String grant = region.grantToOuagadougou("courier-1", DATASET, true);
        Files.createDirectories(directory.resolve("ML/courier/usb"));

        CourierDisk written = export(grant, "usb", 1L << 30);
        assertThat(written.getDisks()).isEqualTo(1);
        assertThat(written.getStatus()).isEqualTo(CourierDiskStatus.COURIER_DISK_STATUS_WRITTEN);
        assertThat(written.getFilesList()).hasSize(2);
        carry("usb");
        ImportedDisk imported = read("usb");

        assertThat(imported.getFaultsList()).isEmpty();
        assertThat(imported.getSeal()).isEqualTo(written.getSeal());
        assertThat(imported.getTaken()).isPositive();
        assertThat(imported.getChunksDurable()).isEqualTo(imported.getChunks());
        await().atMost(LONG).until(() -> transfer(grant).getStatus() == TransferStatus.TRANSFER_STATUS_SEALED);
        for (State state : List.of(State.ML, State.BF)) {
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(disks(state, grant))
                            .singleElement()
                            .extracting(CourierDisk::getStatus)
                            .isEqualTo(CourierDiskStatus.COURIER_DISK_STATUS_TAKEN));
        }
    }

    private CourierDisk export(String grant, String disk, long... capacities) {
        ExportDiskRequest.Builder request =
                ExportDiskRequest.newBuilder().setGrant(grant).setDirectory(disk);
        for (long capacity : capacities) {
            request.addCapacities(capacity);
        }
        return last(courier(State.ML).exportDisk(request.build()), ExportDiskResponse::hasDisk)
                .getDisk();
    }

    private ImportedDisk read(String disk) {
        return last(
                        courier(State.BF)
                                .importDisk(ImportDiskRequest.newBuilder()
                                        .setDirectory(disk)
                                        .build()),
                        ImportDiskResponse::hasImported)
                .getImported();
    }

    private static <R> R last(Iterator<R> responses, Predicate<R> wanted) {
        R response = responses.next();
        while (responses.hasNext()) {
            response = responses.next();
        }
        assertThat(response).matches(wanted);
        return response;
    }

    private void carry(String disk) throws IOException {
        Files.createDirectories(directory.resolve("BF/courier"));
        Files.move(
                directory.resolve("ML/courier").resolve(disk),
                directory.resolve("BF/courier").resolve(disk));
    }

    private List<CourierDisk> disks(State state, String grant) {
        return courier(state)
                .listDisks(ListDisksRequest.newBuilder().setGrant(grant).build())
                .getDisksList();
    }

    private Transfer transfer(String grant) {
        return replicas(State.BF).listTransfers(ListTransfersRequest.getDefaultInstance()).getTransfersList().stream()
                .filter(transfer -> transfer.getGrant().equals(grant))
                .findFirst()
                .orElseThrow();
    }

    private CourierServiceGrpc.CourierServiceBlockingStub courier(State state) {
        return CourierServiceGrpc.newBlockingStub(region.channel(state, TrialRegion.operator(state)));
    }

    private ReplicaServiceGrpc.ReplicaServiceBlockingStub replicas(State state) {
        return ReplicaServiceGrpc.newBlockingStub(region.channel(state, TrialRegion.operator(state)));
    }

    private int line(int port) {
        try {
            SlowLine slow = new SlowLine(port, NEXT_TO_NOTHING);
            slow.open();
            line = slow;
            return slow.port();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
