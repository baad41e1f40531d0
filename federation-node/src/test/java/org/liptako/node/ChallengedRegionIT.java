package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.ListTransfersRequest;
import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.journal.v1.GetInclusionProofRequest;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.ReadEntriesRequest;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.possession.v1.ChallengeCopiesRequest;
import org.liptako.possession.v1.ChallengeCopiesResponse;
import org.liptako.possession.v1.ChallengeServiceGrpc;
import org.liptako.registry.v1.Replica;
import org.liptako.registry.v1.WhereRequest;

/** Three whole nodes: Mali challenges copies at Ouagadougou by what the nodes themselves have cosigned. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // Made before each test.
class ChallengedRegionIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final List<String> DATASETS = List.of("ML-DS-008", "ML-DS-014");
    private static final String SITE = "BF-OUA-1";
    private static final int FILES = 40;

    @TempDir
    private Path directory;

    private TrialFederation region;

    @BeforeEach
    void twoCopiesLieAtOuagadougouAndAreProved() throws IOException {
        SampleTree.manySmall(directory.resolve("ML/publish/files"), FILES);
        region = new TrialFederation(directory);
        region.takeTheSamples();
        for (String dataset : DATASETS) {
            replicas(State.ML)
                    .publishVersion(PublishVersionRequest.newBuilder()
                            .setDataset(dataset)
                            .setDirectory("files")
                            .build());
            region.grantToOuagadougou("challenged-" + dataset, dataset, true);
        }
        await().atMost(LONG)
                .until(() ->
                        replicas(State.BF)
                                        .listTransfers(ListTransfersRequest.getDefaultInstance())
                                        .getTransfersList()
                                        .stream()
                                        .filter(transfer ->
                                                transfer.getStatus() == TransferStatus.TRANSFER_STATUS_SEALED)
                                        .count()
                                == DATASETS.size());
        for (String dataset : DATASETS) {
            await().atMost(LONG)
                    .ignoreExceptionsMatching(StatusRuntimeException.class::isInstance)
                    .until(() -> challenge(dataset).getOutcome().equals("PROVED"));
        }
    }

    @AfterEach
    void stop() {
        region.close();
    }

    @Test
    void whatIsAskedForIsDrawnFromCheckpointsOfTheTwoOtherStatesJournals() {
        List<JsonNode> results = entries(State.ML, "COPY_CHALLENGED");
        assertThat(results).hasSize(DATASETS.size());
        for (JsonNode result : results) {
            List<State> states = new ArrayList<>();
            for (JsonNode seed : result.get("seeds")) {
                State state = State.valueOf(seed.get("state").asText());
                states.add(state);
                assertThat(rootOf(state, seed.get("size").asLong()))
                        .isEqualTo(seed.get("root").asText());
            }
            assertThat(states).containsExactly(State.ML, State.NE);
            assertThat(result.get("answer").get("digest").asText()).hasSize(64);
        }
    }

    @Test
    void aStateThatIsCutOffIsUnreachableOnceAndNothingIsRepairedOrAccused() throws IOException {
        region.stop(State.BF);

        for (String dataset : DATASETS) {
            assertThat(challenge(dataset).getOutcome()).isEqualTo("UNREACHABLE");
            assertThat(malisWord(dataset)).isEqualTo("UNREACHABLE");
        }
        assertThat(entries(State.ML, "SITE_UNREACHABLE")).hasSize(1);
        for (State state : List.of(State.ML, State.NE)) {
            assertThat(entries(state, "HOLDING_FOUND")).isEmpty();
            assertThat(entries(state, "REPLICA_DAMAGED")).isEmpty();
            assertThat(entries(state, "TRANSFER_STARTED")).isEmpty();
            assertThat(entries(state, "ALARM_RAISED"))
                    .noneMatch(alarm -> alarm.toString().contains("COPY_UNPROVEN"));
        }
        assertThat(entries(State.ML, "COPY_CHALLENGED")).hasSize(DATASETS.size());

        region.startAgain(State.BF);
        for (String dataset : DATASETS) {
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(challenge(dataset).getOutcome()).isEqualTo("PROVED"));
            assertThat(malisWord(dataset)).isEqualTo("SEALED");
        }
        assertThat(entries(State.ML, "SITE_REACHED")).hasSize(1);
    }

    private ChallengeCopiesResponse challenge(String dataset) {
        return ChallengeServiceGrpc.newBlockingStub(region.channel(State.ML, TrialRegion.operator(State.ML)))
                .challengeCopies(ChallengeCopiesRequest.newBuilder()
                        .setDataset(dataset)
                        .setSite(SITE)
                        .build())
                .next();
    }

    private String malisWord(String dataset) {
        return region
                .registry(State.ML)
                .where(WhereRequest.newBuilder().setDataset(dataset).build())
                .getReplicasList()
                .stream()
                .filter(copy -> copy.getSite().equals(SITE) && copy.getSaidBy().equals("ML"))
                .map(Replica::getStatus)
                .findFirst()
                .orElseThrow();
    }

    private String rootOf(State state, long size) {
        return Digest.of(JournalServiceGrpc.newBlockingStub(region.channel(state, TrialRegion.operator(state)))
                        .getInclusionProof(GetInclusionProofRequest.newBuilder()
                                .setIndex(0)
                                .setSize(size)
                                .build())
                        .getRoot()
                        .toByteArray())
                .hex();
    }

    private List<JsonNode> entries(State state, String type) {
        List<JsonNode> found = new ArrayList<>();
        JournalServiceGrpc.newBlockingStub(region.channel(
                        state, TrialRegion.tree().regulator(state).read()))
                .readEntries(ReadEntriesRequest.getDefaultInstance())
                .forEachRemaining(read -> {
                    if (read.hasEntry()) {
                        found.add(parsed(read.getEntry().getPayload().toStringUtf8()));
                    }
                });
        return found.stream()
                .filter(payload -> payload.path("type").asText().equals(type))
                .toList();
    }

    private static JsonNode parsed(String payload) {
        try {
            return JournalJson.mapper().readTree(payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReplicaServiceGrpc.ReplicaServiceBlockingStub replicas(State state) {
        return ReplicaServiceGrpc.newBlockingStub(region.channel(state, TrialRegion.operator(state)));
    }
}
