package org.liptako.node.placement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.liptako.node.placement.held.TrialHoldings.BAMAKO;
import static org.liptako.node.placement.held.TrialHoldings.CLOCK;
import static org.liptako.node.placement.held.TrialHoldings.NOW;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.identity.TrialClient;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.placement.held.TrialHoldings;
import org.liptako.node.placement.impact.ImpactDesk;
import org.liptako.node.placement.impact.ImpactEndpoint;
import org.liptako.node.placement.impact.ImpactQuestion;
import org.liptako.node.rulebook.LoadedRules;
import org.liptako.node.rulebook.RuleProposal;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.ImpactServiceGrpc;
import org.liptako.placement.v1.WeighRulesRequest;
import org.liptako.placement.v1.WeighRulesResponse;
import org.liptako.placement.v1.WeighingTerms;
import org.liptako.policy.rules.SourceFile;

/** What keeps a weighing from taking the node for itself. */
class ImpactLimitsIT {
    private final TrialHoldings holdings = new TrialHoldings();
    private final RuleSets rules = new RuleSets(TrialProposal.inForce(), CLOCK);

    @AfterEach
    void close() {
        holdings.close();
    }

    @Test
    void aWeighingEndsAfterFiveMinutes() {
        holdings.foundAt(holdings.dataset("ML-DS-001", "INTERNAL", "Ministère"), BAMAKO);
        AtomicLong passed = new AtomicLong();
        try (ImpactDesk inTime =
                desk(() -> passed.addAndGet(Duration.ofMinutes(1).toNanos()))) {
            assertThat(inTime.weigh(question(), () -> false).counts().weighed()).isEqualTo(1);
        }
        try (ImpactDesk slow = desk(() -> passed.addAndGet(Duration.ofMinutes(6).toNanos()))) {
            Failure stopped = catchThrowableOfType(Failure.class, () -> slow.weigh(question(), () -> false));
            assertThat(stopped.code()).isEqualTo(ErrorCode.TOO_MUCH);
            assertThat(stopped).hasMessageContaining("five minutes");
        }
    }

    @Test
    void aProposalHasFortyThousandRulesAtMost() {
        StringBuilder text = new StringBuilder("recueil: ML\nregles:\n");
        for (int i = 0; i <= 40_000; i++) {
            text.append("- {id: ML-")
                    .append(i)
                    .append(", titre: {fr: a, en: a}, texte: {fr: a, en: a}, base_legale: [{instrument: a,"
                            + " article: a, statut: exemple}], effet: autoriser, en_vigueur: {du: 2024-01-01}}\n");
        }
        RuleProposal proposal = new RuleProposal(
                Set.of(), List.of(new SourceFile("ml.yaml", text.toString().getBytes(UTF_8))));

        Failure refused = catchThrowableOfType(Failure.class, () -> proposal.over(rules.inForce(), new LoadedRules()));

        assertThat(refused.code()).isEqualTo(ErrorCode.TOO_MUCH);
        assertThat(refused).hasMessageContaining("40,000");
    }

    @Test
    void eachCallerHasOneWeighingAtATime() throws Exception {
        try (ImpactDesk desk = desk(System::nanoTime);
                TrialServer mali = new TrialServer(
                        State.ML,
                        Clock.systemUTC(),
                        List.of(new ImpactEndpoint(desk, rules, new LoadedRules(), weighed -> {}, CLOCK)));
                TrialClient officer = client(mali, Role.OFFICER);
                TrialClient regulator = client(mali, Role.REGULATOR)) {
            Answer first = new Answer();
            StreamObserver<WeighRulesRequest> open = begin(officer, first);
            // The second is refused once the first has reached the desk: whichever that was, one of both is.
            Answer second = new Answer();
            StreamObserver<WeighRulesRequest> other = begin(officer, second);
            String outcome = CompletableFuture.anyOf(first.outcome, second.outcome)
                    .get(30, TimeUnit.SECONDS)
                    .toString();
            assertThat(outcome).isEqualTo("TOO_MUCH");

            Answer third = new Answer();
            begin(regulator, third).onCompleted();
            assertThat(third.outcome.get(30, TimeUnit.SECONDS)).isNotEqualTo("TOO_MUCH");
            (first.outcome.isDone() ? other : open).onCompleted();
            assertThat((first.outcome.isDone() ? second : first).outcome.get(30, TimeUnit.SECONDS))
                    .isNotEqualTo("TOO_MUCH");
        }
    }

    private ImpactDesk desk(LongSupplier nanos) {
        PendingRequests pending = new PlacementFactory()
                .pendingRequests(holdings.jdbi(), new Knowledge(holdings.registry, holdings.registers));
        return new ImpactDesk(holdings.copies, pending, rules, Optional::empty, CLOCK, nanos);
    }

    private ImpactQuestion question() {
        return new ImpactQuestion(
                new RuleProposal(Set.of(), List.of(TrialProposal.proposed())).over(rules.inForce(), new LoadedRules()),
                NOW,
                NOW.plus(Duration.ofDays(365)),
                Optional.empty());
    }

    private static TrialClient client(TrialServer server, Role role) {
        return TrialClient.of(server, TrialRegion.of(TrialRegion.someone(State.ML, role)));
    }

    private static StreamObserver<WeighRulesRequest> begin(TrialClient client, Answer answer) {
        StreamObserver<WeighRulesRequest> question = ImpactServiceGrpc.newStub(client.channel())
                .withDeadlineAfter(60, TimeUnit.SECONDS)
                .weighRules(answer);
        question.onNext(WeighRulesRequest.newBuilder()
                .setTerms(WeighingTerms.getDefaultInstance())
                .build());
        return question;
    }

    private static final class Answer implements StreamObserver<WeighRulesResponse> {
        private final CompletableFuture<String> outcome = new CompletableFuture<>();

        @Override
        public void onNext(WeighRulesResponse line) {
            // Only how it ends counts.
        }

        @Override
        public void onError(Throwable failed) {
            outcome.complete(
                    failed instanceof StatusRuntimeException status
                            ? ErrorTrailer.codeOf(status).map(Enum::name).orElse(status.toString())
                            : failed.toString());
        }

        @Override
        public void onCompleted() {
            outcome.complete("OK");
        }
    }
}
