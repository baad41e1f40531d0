package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.ListTransfersRequest;
import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.StartTransferRequest;
import org.liptako.exchange.v1.Transfer;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.SlowLine;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.GetPlacementRequest;
import org.liptako.placement.v1.PlacementRecord;
import org.liptako.placement.v1.PlacementServiceGrpc;
import org.liptako.placement.v1.PlacementStatus;
import org.liptako.registry.v1.ImportCatalogueRequest;

/** A dataset is reclassified while Burkina Faso fetches a copy that both States had permitted. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WithdrawnTransferIT {
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final String DATASET = "ML-DS-008";
    private static final String REQUEST = "withdrawn-1";
    /** Some seven seconds' worth on the line. */
    private static final int MEBIBYTES = 56;

    private static final int BYTES_A_SECOND = 8 << 20;

    @TempDir
    private Path directory;

    private TrialFederation region;
    private @Nullable SlowLine line;

    @BeforeEach
    void start() throws IOException {
        SampleTree.large(directory.resolve("ML/publish/files"), MEBIBYTES);
        region = TrialFederation.withALine(directory, this::line);
        region.takeTheSamples();
    }

    @AfterEach
    void stop() throws IOException {
        region.close();
        if (line != null) {
            line.close();
        }
    }

    @Test
    void theTransferEndsAtBothEndsWithTheArticleAndNothingMoreIsGivenUnderTheGrant(TestReporter figures)
            throws IOException {
        ReplicaServiceGrpc.ReplicaServiceBlockingStub source = replicas(State.ML);
        ReplicaServiceGrpc.ReplicaServiceBlockingStub receiver = replicas(State.BF);
        source.publishVersion(PublishVersionRequest.newBuilder()
                .setDataset(DATASET)
                .setDirectory("files")
                .build());
        region.grantToOuagadougou(REQUEST, DATASET, true);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        receiver.listTransfers(ListTransfersRequest.getDefaultInstance()).getTransfersList().stream()
                                .anyMatch(transfer -> transfer.getBytesReceived() > 0));

        long began = System.nanoTime();
        reclassify();
        await().atMost(AT_MOST).until(() -> transfer(receiver).getStatus() == TransferStatus.TRANSFER_STATUS_STOPPED);
        figures.publishEntry(
                "stopped after ms",
                Long.toString(Duration.ofNanos(System.nanoTime() - began).toMillis()));

        Transfer stopped = transfer(receiver);
        assertThat(stopped.getStatusReason().getFr())
                .contains("AES-1", "Projet de protocole numérique de l'AES, article");
        assertThat(stopped.getChunksDurable()).isLessThan(stopped.getChunks());

        PlacementRecord placement = placements()
                .getPlacement(
                        GetPlacementRequest.newBuilder().setRequestId(REQUEST).build())
                .getPlacement();
        assertThat(placement.getStatus()).isEqualTo(PlacementStatus.PLACEMENT_STATUS_WITHDRAWN);
        assertThat(placement.getStatusReason().getFr())
                .startsWith("L'autorisation " + stopped.getGrant() + " est retirée par l'État ")
                .contains("AES-1");
        assertThat(placement.getGrant().getSerial()).isEqualTo(stopped.getGrant());

        receiver.startTransfer(
                StartTransferRequest.newBuilder().setGrant(stopped.getGrant()).build());
        await().atMost(AT_MOST).until(() -> transfer(receiver).getStatus() == TransferStatus.TRANSFER_STATUS_STOPPED);
        assertThat(transfer(receiver).getStatusReason().getFr()).contains("AES-1");
        assertThat(transfer(receiver).getBytesReceived()).isEqualTo(stopped.getBytesReceived());
    }

    private void reclassify() throws IOException {
        String catalogue = Files.readString(Path.of("src/main/samples/datasets.yaml"));
        String described = catalogue
                .lines()
                .filter(one -> one.contains("id: " + DATASET))
                .findFirst()
                .orElseThrow();
        region.register(State.ML, Role.ADMINISTRATOR)
                .importCatalogue(ImportCatalogueRequest.newBuilder()
                        .setYaml("datasets:\n"
                                + described.replace("classification: INTERNAL", "classification: TOP_SECRET") + "\n")
                        .build());
    }

    private PlacementServiceGrpc.PlacementServiceBlockingStub placements() {
        return PlacementServiceGrpc.newBlockingStub(region.channel(State.ML, TrialRegion.operator(State.ML)));
    }

    private ReplicaServiceGrpc.ReplicaServiceBlockingStub replicas(State state) {
        return ReplicaServiceGrpc.newBlockingStub(region.channel(state, TrialRegion.operator(state)));
    }

    private static Transfer transfer(ReplicaServiceGrpc.ReplicaServiceBlockingStub receiver) {
        return receiver.listTransfers(ListTransfersRequest.getDefaultInstance()).getTransfers(0);
    }

    private int line(int port) {
        try {
            SlowLine slow = new SlowLine(port, BYTES_A_SECOND);
            line = slow;
            return slow.port();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
