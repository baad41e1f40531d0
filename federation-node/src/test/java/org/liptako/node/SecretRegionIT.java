package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.RecordHoldRequest;

/** Three whole nodes, of which Mali has what the two others are not to know. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // Made before each test.
class SecretRegionIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String SHARED = "ML-DS-008";
    private static final String HIDDEN = "ML-DS-009";

    @TempDir
    private Path directory;

    private TrialFederation region;

    @BeforeEach
    void start() throws IOException {
        SampleTree.manySmall(directory.resolve("ML/publish/files"), 3);
        region = new TrialFederation(directory);
    }

    @AfterEach
    void stop() {
        region.close();
    }

    @Test
    void whatIsSecretFromTheFirstIsNowhereElseAndComesWhenItIsNoMore() throws IOException {
        describe(HIDDEN, "SECRET");
        untilMaliIsKnown();

        for (State other : List.of(State.BF, State.NE)) {
            assertThat(payloads(other, HIDDEN)).as(other.name()).isZero();
            assertThat(unopened(other)).as(other.name()).isPositive();
            assertThat(rows(other, HIDDEN)).isEmpty();
        }
        assertThat(rows(State.ML, HIDDEN)).isNotEmpty();

        describe(HIDDEN, "INTERNAL");
        for (State other : List.of(State.BF, State.NE)) {
            await().atMost(LONG).untilAsserted(() -> assertThat(unopened(other)).isZero());
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(rows(other, HIDDEN)).isEqualTo(rows(State.ML, HIDDEN)));
        }
        for (State state : State.values()) {
            assertThat(payloads(state, "PAYLOAD_WITHHELD")).isZero();
        }
    }

    @Test
    void aHostGoesOnKnowingWhatHasBecomeSecretAndAThirdStateDoesNot() throws IOException {
        region.takeTheSamples();
        ReplicaServiceGrpc.newBlockingStub(region.channel(State.ML, TrialRegion.operator(State.ML)))
                .publishVersion(PublishVersionRequest.newBuilder()
                        .setDataset(SHARED)
                        .setDirectory("files")
                        .build());
        region.grantToOuagadougou("secret-later-1", SHARED, true);
        untilMaliIsKnown();
        describe(SHARED, "SECRET");
        hold(SHARED);
        untilMaliIsKnown();

        assertThat(rows(State.BF, SHARED))
                .filteredOn(row -> row.startsWith("HOLD|"))
                .hasSize(1);
        assertThat(rows(State.NE, SHARED))
                .filteredOn(row -> row.startsWith("HOLD|"))
                .isEmpty();
        assertThat(rows(State.NE, SHARED))
                .as("the description alone tells it not to show what it knew")
                .filteredOn(row -> row.startsWith("DATASET|"))
                .last()
                .asString()
                .contains("SECRET");
    }

    private void describe(String dataset, String classification) throws IOException {
        String described = Files.readString(Path.of("src/main/samples/datasets.yaml"))
                .lines()
                .filter(one -> one.contains("id: " + dataset))
                .findFirst()
                .orElseThrow()
                .replaceFirst("classification: [A-Z]+", "classification: " + classification)
                .replaceFirst("held_at: \\[[A-Z0-9-]+]", "held_at: [ML-BKO-1]");
        take(Files.readString(Path.of("src/main/samples/sites.yaml")));
        take("datasets:\n" + described + "\n");
    }

    private void take(String yaml) {
        region.register(State.ML, Role.ADMINISTRATOR)
                .importCatalogue(
                        ImportCatalogueRequest.newBuilder().setYaml(yaml).build());
    }

    private void hold(String dataset) {
        region.register(State.ML, Role.OFFICER)
                .recordHold(RecordHoldRequest.newBuilder()
                        .setDataset(dataset)
                        .setHeld(true)
                        .setReference("RG 1")
                        .build());
    }

    private void untilMaliIsKnown() {
        for (State other : List.of(State.BF, State.NE)) {
            await().atMost(LONG).untilAsserted(() -> assertThat(head(other)).isEqualTo(head(State.ML)));
        }
    }

    private String head(State at) {
        return one(at, "SELECT encode(head, 'hex') FROM journal_chain WHERE state = 'ML'");
    }

    private int payloads(State at, String word) {
        return Integer.parseInt(one(at, "SELECT count(*) FROM journal_entry WHERE payload LIKE '%" + word + "%'"));
    }

    private int unopened(State at) {
        return Integer.parseInt(one(at, "SELECT count(*) FROM journal_entry WHERE payload IS NULL"));
    }

    private String one(State at, String query) {
        return region.database(at)
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).one());
    }

    /** What Mali says of a dataset now, as it is known there. */
    private List<String> rows(State at, String dataset) {
        return region.database(at)
                .withHandle(handle -> handle.createQuery(
                                "SELECT concat_ws('|', kind, place, value, held_from, held_to) FROM registry_statement"
                                        + " WHERE subject = :dataset AND said_by = 'ML' AND known_to = 'infinity' ORDER BY 1")
                        .bind("dataset", dataset)
                        .mapTo(String.class)
                        .list());
    }
}
