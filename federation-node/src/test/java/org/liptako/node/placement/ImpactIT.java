package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.node.placement.held.TrialHoldings.BAMAKO;
import static org.liptako.node.placement.held.TrialHoldings.CLOCK;
import static org.liptako.node.placement.held.TrialHoldings.NOW;
import static org.liptako.node.placement.held.TrialHoldings.OUAGADOUGOU;
import static org.liptako.node.placement.held.TrialHoldings.PARIS;

import com.google.protobuf.ByteString;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liptako.node.identity.TrialClient;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.placement.held.TrialHoldings;
import org.liptako.node.placement.impact.ImpactDesk;
import org.liptako.node.placement.impact.ImpactEndpoint;
import org.liptako.node.placement.impact.TransferRate;
import org.liptako.node.rulebook.LoadedRules;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.AffectedCopy;
import org.liptako.placement.v1.ImpactDimension;
import org.liptako.placement.v1.ImpactKind;
import org.liptako.placement.v1.ImpactServiceGrpc;
import org.liptako.placement.v1.ImpactTally;
import org.liptako.placement.v1.ImpactTotals;
import org.liptako.placement.v1.RateOrigin;
import org.liptako.placement.v1.WeighRulesRequest;
import org.liptako.placement.v1.WeighRulesResponse;
import org.liptako.placement.v1.WeighingTerms;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.rulebook.v1.RuleFilePart;

/**
 * A proposal of Mali's weighed against some hundred copies, over TLS. What must come out is counted by hand: 120 restricted copies must come home on 1 January
 * 2027, 5 internal ones hang on an authorisation that nobody has recorded, 10 lose theirs on 1 March 2027, 80 public ones abroad become lawful, 90 are not touched.
 */
class ImpactIT {
    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2027-03-01T00:00:00Z");

    private static final TrialHoldings HOLDINGS = new TrialHoldings();
    private static final RuleSets RULES = new RuleSets(TrialProposal.inForce(), CLOCK);
    private static final PendingRequests PENDING = new PlacementFactory()
            .pendingRequests(HOLDINGS.jdbi(), new Knowledge(HOLDINGS.registry, HOLDINGS.registers));
    private static final ImpactDesk DESK =
            new ImpactDesk(HOLDINGS.copies, PENDING, RULES, () -> Optional.of(new TransferRate(10_000_000, 7)), CLOCK);
    private static final List<RuleSet> FORESEEN = new CopyOnWriteArrayList<>();
    private static final TrialServer MALI = new TrialServer(
            State.ML,
            Clock.systemUTC(),
            List.of(new ImpactEndpoint(DESK, RULES, new LoadedRules(), FORESEEN::add, CLOCK)));

    @BeforeAll
    static void fill() {
        HOLDINGS.together(() -> {
            for (int i = 0; i < 120; i++) {
                HOLDINGS.sealed(
                        dataset(i, "RESTRICTED", i < 70 ? "Ministère de la santé" : "Direction des impôts"), true);
            }
            for (int i = 200; i < 205; i++) {
                HOLDINGS.sealed(dataset(i, "INTERNAL", "Ministère de la santé"), true);
            }
            for (int i = 300; i < 310; i++) {
                DatasetId authorised = dataset(i, "INTERNAL", "Ministère de la justice");
                HOLDINGS.sealed(authorised, true);
                HOLDINGS.authorised(authorised, MARCH);
            }
            for (int i = 400; i < 480; i++) {
                HOLDINGS.foundAt(dataset(i, "PUBLIC", "Institut de la statistique"), PARIS);
            }
            for (int i = 500; i < 590; i++) {
                HOLDINGS.foundAt(dataset(i, "CONFIDENTIAL", "Ministère de la justice"), BAMAKO);
            }
            HOLDINGS.moving(dataset(600, "RESTRICTED", "Ministère de la santé"), true);
            HOLDINGS.granted(dataset(601, "RESTRICTED", "Ministère de la santé"), true);
            dataset(700, "RESTRICTED", "Ministère de la santé");
        });
        request("request-1", "ML-DS-700");
    }

    @AfterAll
    static void close() {
        MALI.close();
        DESK.close();
        HOLDINGS.close();
    }

    @Test
    void saysWhichCopiesChangeAndWhen() {
        Map<String, List<AffectedCopy>> copies = weigh(WeighingTerms.newBuilder()).stream()
                .filter(WeighRulesResponse::hasCopy)
                .map(WeighRulesResponse::getCopy)
                .collect(Collectors.groupingBy(copy ->
                        copy.getKind() + " " + copy.getOldVerdict() + "->" + copy.getNewVerdict() + " "
                                + copy.getFrom() + " "
                                + copy.getGroundsList().stream()
                                        .map(ground -> ground.getRule() + " "
                                                + ground.getArticles(0).getArticle())
                                        .collect(Collectors.joining(","))));
        assertThat(copies.entrySet())
                .extracting(entry -> entry.getKey() + " : " + entry.getValue().size())
                .containsExactlyInAnyOrder(
                        "IMPACT_KIND_UNLAWFUL PERMIT->DENY 2027-01-01T00:00:00Z ML-RETOUR-1 12 : 122",
                        "IMPACT_KIND_UNLAWFUL PERMIT->DENY 2027-03-01T00:00:00Z ML-APDP-1 15 : 10",
                        "IMPACT_KIND_UNDECIDED PERMIT->INDETERMINATE " + NOW + " ML-APDP-1 15 : 5",
                        "IMPACT_KIND_LAWFUL DENY->PERMIT " + NOW + " ML-OUVERT-1 20 : 80");
        assertThat(copies.values().stream().flatMap(List::stream))
                .filteredOn(copy -> copy.getKind() == ImpactKind.IMPACT_KIND_UNDECIDED)
                .allSatisfy(copy -> assertThat(copy.getMissingList()).containsExactly("authorisation.APDP"));
    }

    @Test
    void countsWhatMustMoveAndHowLongItTakes() {
        ImpactTotals totals = totals(weigh(WeighingTerms.newBuilder()));
        assertThat(totals.getCopies()).isEqualTo(120 + 5 + 10 + 80 + 90 + 2);
        assertThat(totals.getAll().getUnlawful()).isEqualTo(132);
        assertThat(totals.getAll().getUndecided()).isEqualTo(5);
        assertThat(totals.getAll().getLawful()).isEqualTo(80);
        assertThat(totals.getTransfersStopped()).isEqualTo(1);
        assertThat(totals.getGrantsVoid()).isEqualTo(1);
        assertThat(totals.getRefusedBefore()).isEqualTo(80);
        assertThat(totals.getRefusedAfter()).isEqualTo(5);
        assertThat(totals.getAll().getToMoveGb()).isEqualTo(135 * 100);
        assertThat(totals.getRateOrigin()).isEqualTo(RateOrigin.RATE_ORIGIN_MEASURED);
        assertThat(totals.getDays()).isEqualTo(13_500e9 / 10e6 / 86_400);
    }

    @Test
    void tellsWhatWasWeighedSoThatItCanBeMadeReadyBeforeItIsSigned() {
        String proposed = totals(weigh(WeighingTerms.newBuilder())).getProposedRuleSet();
        assertThat(FORESEEN).extracting(RuleSet::digest).contains(proposed);

        int before = FORESEEN.size();
        assertRefused(WeighingTerms.newBuilder().addJurisdictions("BF"), "INVALID_REQUEST", TrialProposal.proposed());
        assertThat(FORESEEN).hasSize(before);
    }

    @Test
    void talliesByStateOwnerAndArticle() {
        Map<String, ImpactTally> tallies = weigh(WeighingTerms.newBuilder()).stream()
                .filter(WeighRulesResponse::hasTally)
                .map(WeighRulesResponse::getTally)
                .collect(Collectors.toMap(
                        tally -> tally.getDimension().getNumber() + " " + tally.getKey(), tally -> tally));
        int state = ImpactDimension.IMPACT_DIMENSION_STATE_VALUE;
        int owner = ImpactDimension.IMPACT_DIMENSION_OWNER_VALUE;
        int article = ImpactDimension.IMPACT_DIMENSION_ARTICLE_VALUE;
        assertThat(tallies.keySet())
                .containsExactlyInAnyOrder(
                        state + " ML",
                        owner + " Ministère de la santé",
                        owner + " Direction des impôts",
                        owner + " Ministère de la justice",
                        owner + " Institut de la statistique",
                        article + " Loi du retour, 12",
                        article + " Loi du retour, 15",
                        article + " Loi du retour, 20");
        assertThat(tallies)
                .hasEntrySatisfying(
                        owner + " Ministère de la santé",
                        tally -> assertThat(tally.getUnlawful()).isEqualTo(70 + 2))
                .hasEntrySatisfying(
                        owner + " Direction des impôts",
                        tally -> assertThat(tally.getToMoveGb()).isEqualTo(50 * 100))
                .hasEntrySatisfying(article + " Loi du retour, 15", tally -> {
                    assertThat(tally.getUnlawful()).isEqualTo(10);
                    assertThat(tally.getUndecided()).isEqualTo(5);
                });
    }

    @Test
    void judgesPendingRequestsAsOnTheDayOfTheProposal() {
        assertThat(totals(weigh(WeighingTerms.newBuilder())).getRequests()).isZero();
        List<WeighRulesResponse> later = weigh(WeighingTerms.newBuilder().setFrom(NEW_YEAR.toString()));
        assertThat(later.stream().filter(WeighRulesResponse::hasRequest))
                .singleElement()
                .extracting(WeighRulesResponse::getRequest)
                .satisfies(request -> {
                    assertThat(request.getRequestId()).isEqualTo("request-1");
                    assertThat(request.getNewVerdict()).isEqualTo("DENY");
                    assertThat(request.getGrounds(0).getRule()).isEqualTo("ML-RETOUR-1");
                });
    }

    @Test
    void followsLawAndFactsNoFurtherThanAsked() {
        ImpactTotals totals = totals(
                weigh(WeighingTerms.newBuilder().setUntil(NEW_YEAR.toString()).setBytesPerSecond(1_000_000)));
        assertThat(totals.getAll().getUnlawful()).isZero();
        assertThat(totals.getAll().getUndecided()).isEqualTo(5);
        assertThat(totals.getRateOrigin()).isEqualTo(RateOrigin.RATE_ORIGIN_GIVEN);
    }

    @Test
    void findsNothingWhereNothingChanges() {
        List<WeighRulesResponse> lines =
                weigh(WeighingTerms.newBuilder(), TrialProposal.file("ne.yaml", "recueil: NE\nregles: []\n"));
        assertThat(lines).singleElement().matches(WeighRulesResponse::hasTotals);
    }

    @Test
    void refusesFilesThatAreNoRulesAndTimesThatAreNone() {
        assertRefused(
                WeighingTerms.newBuilder(),
                "INVALID_REQUEST",
                TrialProposal.file("ml.yaml", "recueil: ML\nregle: []\n"));
        assertRefused(WeighingTerms.newBuilder().addJurisdictions("BF"), "INVALID_REQUEST", TrialProposal.proposed());
        assertRefused(
                WeighingTerms.newBuilder().setUntil("2099-01-01T00:00:00Z"),
                "INVALID_REQUEST",
                TrialProposal.proposed());
    }

    private static void assertRefused(WeighingTerms.Builder terms, String code, SourceFile file) {
        assertThatThrownBy(() -> weigh(terms, file))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageContaining(code);
    }

    private static ImpactTotals totals(List<WeighRulesResponse> lines) {
        return lines.getLast().getTotals();
    }

    private static List<WeighRulesResponse> weigh(WeighingTerms.Builder terms) {
        return weigh(terms, TrialProposal.proposed());
    }

    private static List<WeighRulesResponse> weigh(WeighingTerms.Builder terms, SourceFile file) {
        try (TrialClient officer = TrialClient.of(MALI, TrialRegion.of(TrialRegion.someone(State.ML, Role.OFFICER)))) {
            Answer answer = new Answer();
            StreamObserver<WeighRulesRequest> question = ImpactServiceGrpc.newStub(officer.channel())
                    .withDeadlineAfter(60, TimeUnit.SECONDS)
                    .weighRules(answer);
            question.onNext(WeighRulesRequest.newBuilder().setTerms(terms).build());
            question.onNext(WeighRulesRequest.newBuilder()
                    .setFile(RuleFilePart.newBuilder()
                            .setPath(file.path())
                            .setContent(ByteString.copyFrom(file.bytes())))
                    .build());
            question.onCompleted();
            return answer.whole.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StatusRuntimeException said ? said : failed;
        }
    }

    private static DatasetId dataset(int number, String classification, String owner) {
        return HOLDINGS.dataset("ML-DS-%03d".formatted(number), classification, owner);
    }

    /** A request to copy a dataset to Ouagadougou that waits for Burkina Faso. */
    private static void request(String id, String dataset) {
        PlacementTerms terms = new PlacementTerms(
                new DatasetId(dataset), "REPLICATE", OUAGADOUGOU, new Country("BF"), null, null, true, null);
        Placement placement = new Placement(
                new RequestId(id),
                "operator",
                BAMAKO,
                terms,
                Optional.of(State.BF),
                Reasons.asked(),
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        HOLDINGS.jdbi().useHandle(handle -> new PlacementStore().insert(handle, placement, NOW));
    }

    private static final class Answer implements StreamObserver<WeighRulesResponse> {
        private final List<WeighRulesResponse> lines = new ArrayList<>();
        private final CompletableFuture<List<WeighRulesResponse>> whole = new CompletableFuture<>();

        @Override
        public void onNext(WeighRulesResponse line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable failed) {
            whole.completeExceptionally(failed);
        }

        @Override
        public void onCompleted() {
            whole.complete(lines);
        }
    }
}
