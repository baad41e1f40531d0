package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.node.identity.TrialClient;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.CheckPlacementRequest;
import org.liptako.placement.v1.CheckPlacementResponse;
import org.liptako.placement.v1.CheckPlacementsRequest;
import org.liptako.placement.v1.CheckPlacementsResponse;
import org.liptako.placement.v1.ListPlacementsRequest;
import org.liptako.placement.v1.PlacementServiceGrpc;
import org.liptako.placement.v1.PlacementTerms;

/** Checks share the network's threads: nothing that one of them waits for may keep another caller waiting. */
@Timeout(60)
class AdviceIT {
    private static final PlacementTerms HOSTING = PlacementTerms.newBuilder()
            .setDataset("ML-DS-008")
            .setOperation("REPLICATE")
            .setTargetSite("ML-BKO-1")
            .build();
    private static final PlacementTerms UNKNOWN =
            HOSTING.toBuilder().setDataset("ML-DS-999").build();

    @RegisterExtension
    private final TrialNodes nodes = new TrialNodes();

    private final CountDownLatch release = new CountDownLatch(1);
    private final List<TrialClient> clients = new ArrayList<>();

    @AfterEach
    void end() {
        release.countDown();
        clients.forEach(TrialClient::close);
    }

    @Test
    void anEngineThatHangsKeepsNoOtherCallWaiting() throws Exception {
        TrialNode node =
                nodes.node(State.ML, TrialNode.Means.USUAL.judgingBy(rules -> new HangingEngine(rules, release)));
        TrialClient client = client(node);
        List<Answer> hanging = new ArrayList<>();
        for (int call = 0; call < 50; call++) {
            hanging.add(new Answer());
            PlacementServiceGrpc.newStub(client.channel())
                    .checkPlacement(
                            CheckPlacementRequest.newBuilder().setTerms(HOSTING).build(), hanging.getLast());
        }

        for (TrialClient other : List.of(client, client(node))) {
            assertThat(PlacementServiceGrpc.newBlockingStub(other.channel())
                            .withDeadlineAfter(20, TimeUnit.SECONDS)
                            .listPlacements(ListPlacementsRequest.getDefaultInstance())
                            .getPlacementsList())
                    .isEmpty();
        }
        assertThat(hanging).noneMatch(answer -> answer.verdict.isDone());
        release.countDown();
        for (Answer answer : hanging) {
            assertThat(answer.verdict.get(20, TimeUnit.SECONDS)).isEqualTo("PERMIT");
        }
    }

    @Test
    void aStreamIsAnsweredInOrderAndWhollyWhicheverThreadJudges() throws Exception {
        release.countDown();
        for (TrialNode node : List.of(
                nodes.node(State.ML, TrialNode.Means.USUAL),
                nodes.node(State.ML, TrialNode.Means.USUAL.judgingBy(rules -> new HangingEngine(rules, release))))) {
            Answers answers = new Answers();
            StreamObserver<CheckPlacementsRequest> questions =
                    PlacementServiceGrpc.newStub(client(node).channel()).checkPlacements(answers);
            for (int question = 0; question < 100; question++) {
                questions.onNext(question(
                        question % 2 == 0
                                ? HOSTING
                                : HOSTING.toBuilder().setOperation("SHARE").build()));
            }
            questions.onCompleted();

            assertThat(answers.end.take()).isEqualTo("completed");
            assertThat(answers.verdicts).hasSize(100);
            for (int question = 0; question < 100; question++) {
                assertThat(answers.verdicts.get(question)).isEqualTo(question % 2 == 0 ? "PERMIT" : "INDETERMINATE");
            }
        }
    }

    @Test
    void aStreamEndsWithTheReasonWhereAQuestionHasNoAnswer() throws Exception {
        Answers answers = new Answers();
        StreamObserver<CheckPlacementsRequest> questions = PlacementServiceGrpc.newStub(
                        client(nodes.node(State.ML, TrialNode.Means.USUAL)).channel())
                .checkPlacements(answers);
        questions.onNext(question(HOSTING));
        questions.onNext(question(UNKNOWN));

        assertThat(answers.end.take()).contains("NOT_KNOWN");
        assertThat(answers.verdicts).containsExactly("PERMIT");
    }

    @Test
    void whatIsSecretAndAnotherStatesIsAnsweredAsWhatNobodyHasRecorded() {
        TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL);
        burkina.hear(nodes.node(State.ML, TrialNode.Means.USUAL));
        burkina.knowsAsSecret(AGGREGATED_HEALTH);
        TrialClient client = client(burkina);

        for (String site : List.of("BF-OUA-1", "ML-BKO-1", "XX-EU-1", "NE-NOWHERE-1")) {
            String nobodys = answer(client, "ML-DS-999", site);

            assertThat(answer(client, AGGREGATED_HEALTH.value(), site))
                    .as(site)
                    .contains("NOT_KNOWN")
                    .isEqualTo(nobodys.replace("ML-DS-999", AGGREGATED_HEALTH.value()));
        }
    }

    @Test
    void ofWhatIsSecretAStateIsAdvisedOnACopyOnItsOwnSoil() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL);
        burkina.hear(mali);
        burkina.knowsAsSecret(AGGREGATED_HEALTH);
        burkina.journal.append(new CopyRecorded(
                burkina.journal.now(), AGGREGATED_HEALTH, TrialCatalogue.OUAGADOUGOU, CopyStanding.UNPROVEN));
        mali.knowsAsSecret(AGGREGATED_HEALTH);
        TrialClient client = client(burkina);

        assertThat(answer(client, AGGREGATED_HEALTH.value(), "BF-OUA-1")).doesNotContain("NOT_KNOWN");
        assertThat(answer(client, AGGREGATED_HEALTH.value(), "ML-BKO-1")).contains("NOT_KNOWN");
        assertThat(answer(client(mali), AGGREGATED_HEALTH.value(), "ML-BKO-1"))
                .as("its own")
                .doesNotContain("NOT_KNOWN");
    }

    /** The verdict, or what is said against giving one. */
    private static String answer(TrialClient client, String dataset, String site) {
        try {
            return PlacementServiceGrpc.newBlockingStub(client.channel())
                    .checkPlacement(CheckPlacementRequest.newBuilder()
                            .setTerms(HOSTING.toBuilder().setDataset(dataset).setTargetSite(site))
                            .build())
                    .getDecision()
                    .getVerdict();
        } catch (StatusRuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static CheckPlacementsRequest question(PlacementTerms terms) {
        return CheckPlacementsRequest.newBuilder().setTerms(terms).build();
    }

    private TrialClient client(TrialNode node) {
        TrialClient client = TrialClient.of(node.server(), TrialRegion.operator(node.state));
        clients.add(client);
        return client;
    }

    private static final class Answer implements StreamObserver<CheckPlacementResponse> {
        private final CompletableFuture<String> verdict = new CompletableFuture<>();

        @Override
        public void onNext(CheckPlacementResponse answer) {
            verdict.complete(answer.getDecision().getVerdict());
        }

        @Override
        public void onError(Throwable failure) {
            verdict.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            // The one answer has come.
        }
    }

    private static final class Answers implements StreamObserver<CheckPlacementsResponse> {
        private final List<String> verdicts = new ArrayList<>();
        private final BlockingQueue<String> end = new LinkedBlockingQueue<>();

        @Override
        public void onNext(CheckPlacementsResponse answer) {
            verdicts.add(answer.getDecision().getVerdict());
        }

        @Override
        public void onError(Throwable failure) {
            end.add(String.valueOf(failure.getMessage()));
        }

        @Override
        public void onCompleted() {
            end.add("completed");
        }
    }
}
