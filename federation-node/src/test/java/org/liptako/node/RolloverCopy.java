package org.liptako.node;

import static org.awaitility.Awaitility.await;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.liptako.exchange.v1.ChunkRange;
import org.liptako.exchange.v1.FetchRequest;
import org.liptako.exchange.v1.FetchResponse;
import org.liptako.exchange.v1.ListTransfersRequest;
import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.ReplicaExchangeServiceGrpc;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.placement.v1.GetPlacementRequest;
import org.liptako.placement.v1.PlacementServiceGrpc;
import org.liptako.placement.v1.PlacementStatus;
import org.liptako.placement.v1.PlacementTerms;
import org.liptako.placement.v1.RequestPlacementRequest;
import org.liptako.registry.v1.DeclareRegisterRequest;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.Register;
import org.liptako.registry.v1.RegisterServiceGrpc;

/** One dataset of Mali, published once, and copied before and after its manifest's root has gone. */
final class RolloverCopy {
    private static final String DATASET = "ML-DS-008";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Path SAMPLES = Path.of("src/main/samples");

    private RolloverCopy() {}

    /** A State's administrator records what the samples say of it. */
    static void takeSamples(Channel administrator) throws IOException {
        RegisterServiceGrpc.RegisterServiceBlockingStub register = RegisterServiceGrpc.newBlockingStub(administrator);
        for (String sample : List.of("sites.yaml", "datasets.yaml")) {
            register.importCatalogue(ImportCatalogueRequest.newBuilder()
                    .setYaml(Files.readString(SAMPLES.resolve(sample)))
                    .build());
        }
        register.declareRegister(DeclareRegisterRequest.newBuilder()
                .setRegister(Register.REGISTER_INCIDENTS)
                .setKept(true)
                .build());
    }

    static void publish(Channel operator, Path publishDirectory) throws IOException {
        Path files = Files.createDirectories(publishDirectory.resolve(DATASET));
        Files.writeString(files.resolve("one.csv"), "commune;nombre\nKati;12\n");
        ReplicaServiceGrpc.newBlockingStub(operator)
                .publishVersion(PublishVersionRequest.newBuilder()
                        .setDataset(DATASET)
                        .setDirectory(DATASET)
                        .build());
    }

    /** The serial of the grant under which the receiver has sealed a copy. */
    static String copy(Channel home, Channel receiver, String site) {
        PlacementServiceGrpc.PlacementServiceBlockingStub placements = PlacementServiceGrpc.newBlockingStub(home);
        String request = "rollover-" + site;
        RequestPlacementRequest asked = RequestPlacementRequest.newBuilder()
                .setRequestId(request)
                .setTerms(PlacementTerms.newBuilder()
                        .setDataset(DATASET)
                        .setOperation("REPLICATE")
                        .setTargetSite(site)
                        .setEncrypted(true)
                        .setReturnClause(true))
                .build();
        await("the home node has read the site in its State's journal")
                .atMost(PATIENCE)
                .until(() -> isTaken(placements, asked));
        GetPlacementRequest question =
                GetPlacementRequest.newBuilder().setRequestId(request).build();
        await().atMost(PATIENCE)
                .until(() -> placements.getPlacement(question).getPlacement().getStatus()
                        == PlacementStatus.PLACEMENT_STATUS_ACCEPTED);
        String grant =
                placements.getPlacement(question).getPlacement().getGrant().getSerial();
        await().atMost(PATIENCE)
                .until(() -> ReplicaServiceGrpc.newBlockingStub(receiver)
                        .listTransfers(ListTransfersRequest.getDefaultInstance())
                        .getTransfersList()
                        .stream()
                        .anyMatch(transfer -> transfer.getGrant().equals(grant)
                                && transfer.getStatus() == TransferStatus.TRANSFER_STATUS_SEALED));
        return grant;
    }

    private static boolean isTaken(
            PlacementServiceGrpc.PlacementServiceBlockingStub placements, RequestPlacementRequest asked) {
        try {
            placements.requestPlacement(asked);
            return true;
        } catch (StatusRuntimeException refused) {
            if (refused.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return false;
            }
            throw refused;
        }
    }

    /** What the source serves of a copy's first chunk to the node that holds the grant. */
    static int fetched(Channel node, String grant) {
        List<FetchResponse> served = new ArrayList<>();
        ReplicaExchangeServiceGrpc.newBlockingStub(node)
                .fetch(FetchRequest.newBuilder()
                        .setGrant(grant)
                        .addRanges(ChunkRange.newBuilder().setFirst(0).setCount(1))
                        .build())
                .forEachRemaining(served::add);
        return served.stream().mapToInt(chunk -> chunk.getData().size()).sum();
    }
}
