package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.registry.v1.CopyFinding;
import org.liptako.registry.v1.Coverage;
import org.liptako.registry.v1.DeclareRegisterRequest;
import org.liptako.registry.v1.ListFindingsRequest;
import org.liptako.registry.v1.ListReplicasRequest;
import org.liptako.registry.v1.ListReplicasResponse;
import org.liptako.registry.v1.ListSitesRequest;
import org.liptako.registry.v1.RecordHoldRequest;
import org.liptako.registry.v1.Register;
import org.liptako.registry.v1.RegisterServiceGrpc;
import org.liptako.registry.v1.Replica;
import org.liptako.registry.v1.WhereRequest;
import org.liptako.registry.v1.WhereResponse;

/** What users of a federation of three nodes are told. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class RegionIT {
    @TempDir
    static Path directory;

    private static TrialFederation region;

    @BeforeAll
    static void startAndImport() throws IOException {
        region = new TrialFederation(directory);
        region.takeTheSamples();
    }

    @AfterAll
    static void stop() {
        region.close();
    }

    @Test
    void everyNodeAnswersWhereEachCopyIsInTheWordsOfTheStateItLiesIn() {
        for (State asked : State.values()) {
            WhereResponse answer = region.registry(asked)
                    .where(WhereRequest.newBuilder().setDataset("NE-DS-001").build());

            assertThat(answer.getDataset().getName().getFr()).isEqualTo("Registre d'état civil numérisé");
            assertThat(answer.getReplicasList()).singleElement().satisfies(replica -> {
                assertThat(replica.getSite()).isEqualTo("NE-MIN-1");
                assertThat(replica.getSaidBy()).isEqualTo("NE");
                assertThat(replica.getStatus()).isEqualTo("UNPROVEN");
            });
            assertThat(answer.getCoverageList())
                    .extracting(Coverage::getCurrent)
                    .containsOnly(true);
        }
    }

    @Test
    void theListOfCopiesIsTheSameEverywhere() {
        List<String> mali = copies(State.ML);

        assertThat(mali).hasSize(TrialFederation.SAMPLE_COPIES);
        assertThat(copies(State.BF)).isEqualTo(mali);
        assertThat(copies(State.NE)).isEqualTo(mali);
        assertThat(region.registry(State.BF)
                        .listSites(ListSitesRequest.getDefaultInstance())
                        .getSitesList())
                .hasSize(9);
    }

    @Test
    void everyNodeListsWhatMustMoveByTheWordOfTheStateConcernedAndTheArticle() {
        for (State asked : State.values()) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(findings(asked, "ML-DS-012"))
                            .singleElement()
                            .satisfies(finding -> {
                                assertThat(finding.getSite()).isEqualTo("XX-EU-1");
                                assertThat(finding.getSaidBy()).isEqualTo("ML");
                                assertThat(finding.getVerdict()).isEqualTo("DENY");
                                assertThat(finding.getWords().getFr()).contains("ML-CLOUD-1 (", "article");
                                assertThat(finding.getMoveBy()).isNotEmpty();
                            }));
        }
        assertThat(findings(State.NE, "ML-DS-014")).isEmpty();
    }

    @Test
    void aPageOfCopiesGoesOnWhereTheOneBeforeEnded() {
        List<String> paged = new ArrayList<>();
        String token = "";
        do {
            ListReplicasResponse page = region.registry(State.ML)
                    .listReplicas(ListReplicasRequest.newBuilder()
                            .setHome("BF")
                            .setPageSize(5)
                            .setPageToken(token)
                            .build());
            page.getReplicasList().forEach(replica -> paged.add(replica.getDataset()));
            token = page.getNextPageToken();
        } while (!token.isEmpty());

        assertThat(paged).hasSize(16).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anOfficerRecordsAHoldOnADatasetOfTheirOwnStateAndNoOther() {
        RegisterServiceGrpc.RegisterServiceBlockingStub officer = region.register(State.ML, Role.OFFICER);

        officer.recordHold(hold("ML-DS-005"));

        assertThatThrownBy(() -> officer.recordHold(hold("BF-DS-005")))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refusal ->
                                assertThat(refusal.getStatus().getDescription()).startsWith("OTHER_STATE_DECIDES"));
        assertThatThrownBy(() -> officer.recordHold(hold("ML-DS-999"))).hasMessageContaining("NOT_KNOWN");
        assertThatThrownBy(() -> officer.declareRegister(DeclareRegisterRequest.newBuilder()
                        .setRegister(Register.REGISTER_HOLDS)
                        .setKept(true)
                        .build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refusal -> assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED));
    }

    @Test
    void aQuestionThatHasNoMeaningIsRefusedByItsField() {
        assertThatThrownBy(() -> region.registry(State.ML)
                        .where(WhereRequest.newBuilder()
                                .setDataset("ML-DS-001")
                                .setHeldAt("yesterday")
                                .build()))
                .hasMessageContaining("INVALID_REQUEST")
                .hasMessageContaining("held_at");
    }

    @Test
    void theNodeTellsItsStarterWhereItAnswers() throws IOException {
        String card = Files.readString(region.data(State.ML).resolve("node.json"));

        assertThat(card).contains("\"state\":\"ML\"").contains("\"grpc\":" + region.port(State.ML));
    }

    @Test
    void thePageShowsEveryCopyInFrenchAndInEnglish() throws IOException, InterruptedException {
        String french = page("/copies?lang=fr");
        String english = page("/copies?lang=en");

        assertThat(french)
                .contains(
                        "<html lang=\"fr\">",
                        "De la copie 1 à la copie 48",
                        "Les devoirs à acquitter",
                        "Hébergeur étranger");
        assertThat(english)
                .contains("<html lang=\"en\">", "Copies 1 to 48", "Duties to discharge", "Digitised civil registry");
        assertThat(List.of(french, english))
                .allSatisfy(page -> assertThat(page)
                        .contains("BF-DS-001", "ML-DS-001", "NE-DS-001", "XX-EU-1")
                        .doesNotContain("<script"));
    }

    @Test
    void aNodeWhoseEngineAndJournalAnswerIsReady() throws IOException, InterruptedException {
        assertThat(page("/health/readiness")).contains("\"status\":\"UP\"", "\"rules\"", "\"journal\"");
    }

    private static List<CopyFinding> findings(State asked, String dataset) {
        return region
                .registry(asked)
                .listFindings(ListFindingsRequest.newBuilder().setHome("ML").build())
                .getFindingsList()
                .stream()
                .filter(finding -> finding.getDataset().equals(dataset))
                .toList();
    }

    private static String page(String path) throws IOException, InterruptedException {
        URI address =
                URI.create("http://127.0.0.1:" + region.node(State.NE).card().console() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static List<String> copies(State asked) {
        return region.registry(asked).listReplicas(ListReplicasRequest.getDefaultInstance()).getReplicasList().stream()
                .map(RegionIT::inShort)
                .toList();
    }

    private static String inShort(Replica replica) {
        return replica.getDataset() + " " + replica.getSite() + " " + replica.getState() + " " + replica.getStatus()
                + " " + replica.getSaidBy();
    }

    private static RecordHoldRequest hold(String dataset) {
        return RecordHoldRequest.newBuilder()
                .setDataset(dataset)
                .setHeld(true)
                .setReference("TGI 2026/1")
                .build();
    }
}
