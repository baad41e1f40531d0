package org.liptako.node.registry;

import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.registry.v1.ListChallengesRequest;
import org.liptako.registry.v1.ListChallengesResponse;
import org.liptako.registry.v1.ListDatasetsRequest;
import org.liptako.registry.v1.ListDatasetsResponse;
import org.liptako.registry.v1.ListFindingsRequest;
import org.liptako.registry.v1.ListFindingsResponse;
import org.liptako.registry.v1.ListHoldingFindingsRequest;
import org.liptako.registry.v1.ListHoldingFindingsResponse;
import org.liptako.registry.v1.ListReplicasRequest;
import org.liptako.registry.v1.ListReplicasResponse;
import org.liptako.registry.v1.ListSitesRequest;
import org.liptako.registry.v1.ListSitesResponse;
import org.liptako.registry.v1.RegistryServiceGrpc;
import org.liptako.registry.v1.Replica;
import org.liptako.registry.v1.WhereRequest;
import org.liptako.registry.v1.WhereResponse;

/** Answers where copies are, what each State says of them, and as of when. */
@Singleton
public final class RegistryEndpoint extends RegistryServiceGrpc.RegistryServiceImplBase {
    private static final int USUAL_PAGE = 1000;

    private final Registry registry;
    private final RegistryCoverage coverage;
    private final Clock clock;

    public RegistryEndpoint(Registry registry, RegistryCoverage coverage, Clock clock) {
        this.registry = registry;
        this.coverage = coverage;
        this.clock = clock;
    }

    @Override
    public void where(WhereRequest request, StreamObserver<WhereResponse> answer) {
        Instant now = clock.instant();
        DatasetId id = RequestFields.dataset(request.getDataset());
        Dataset dataset = registry.dataset(id).orElseThrow(() -> unknown(id));
        Instant heldAt = RequestFields.instant("held_at", request.getHeldAt()).orElse(now);
        Instant knownAt =
                RequestFields.instant("known_at", request.getKnownAt()).orElse(now);
        DisclosedPart disclosed = disclosed();
        List<ReplicaStatement> replicas = disclosed.copies(registry.where(id, heldAt, knownAt));
        if (replicas.isEmpty() && !disclosed.disclosure().shows(id, dataset)) {
            throw unknown(id);
        }
        answer.onNext(WhereResponse.newBuilder()
                .setDataset(RegistryMessages.dataset(dataset))
                .addAllReplicas(messages(
                        replicas,
                        new Beside(
                                registry.disputes(heldAt, knownAt),
                                registry.findings(id, heldAt, knownAt),
                                registry.keyEnds(id, heldAt, knownAt),
                                registry.erasureWords(id, heldAt, knownAt),
                                registry.erasuresAbroad(id, heldAt, knownAt),
                                registry.challenges().of(id, heldAt, knownAt),
                                registry.challenges().unreachable(heldAt, knownAt),
                                heldAt)))
                .addAllCoverage(
                        coverage.now().stream().map(RegistryMessages::coverage).toList())
                .setHeldAt(heldAt.toString())
                .build());
        answer.onCompleted();
    }

    @Override
    public void listDatasets(ListDatasetsRequest request, StreamObserver<ListDatasetsResponse> answer) {
        int size = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        ShownPage<Dataset, Page> page =
                lists().datasets(RequestFields.page(request.getPageToken(), request.getHome(), size));
        answer.onNext(ListDatasetsResponse.newBuilder()
                .addAllDatasets(
                        page.rows().stream().map(RegistryMessages::dataset).toList())
                .setNextPageToken(token(page))
                .build());
        answer.onCompleted();
    }

    @Override
    public void listSites(ListSitesRequest request, StreamObserver<ListSitesResponse> answer) {
        answer.onNext(ListSitesResponse.newBuilder()
                .addAllSites(
                        registry.sites().stream().map(RegistryMessages::site).toList())
                .build());
        answer.onCompleted();
    }

    @Override
    public void listReplicas(ListReplicasRequest request, StreamObserver<ListReplicasResponse> answer) {
        int size = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        Page start = RequestFields.page(request.getPageToken(), request.getHome(), size);
        ShownPage<ReplicaStatement, Page> page = request.getSite().isEmpty()
                ? lists().copies(start)
                : lists().copiesAt(RequestFields.site(request.getSite()), start);
        List<DatasetId> datasets =
                page.rows().stream().map(ReplicaStatement::dataset).distinct().toList();
        answer.onNext(ListReplicasResponse.newBuilder()
                .addAllReplicas(messages(
                        page.rows(),
                        new Beside(
                                registry.disputes(),
                                registry.findings(datasets),
                                registry.keyEnds(datasets),
                                registry.erasureWords(datasets),
                                registry.erasuresAbroad(datasets),
                                registry.challenges().of(datasets),
                                registry.challenges().unreachable(),
                                clock.instant())))
                .addAllCoverage(
                        coverage.now().stream().map(RegistryMessages::coverage).toList())
                .setNextPageToken(token(page))
                .build());
        answer.onCompleted();
    }

    @Override
    public void listFindings(ListFindingsRequest request, StreamObserver<ListFindingsResponse> answer) {
        int size = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        ShownPage<FindingStatement, Page> page =
                lists().findings(RequestFields.page(request.getPageToken(), request.getHome(), size));
        answer.onNext(ListFindingsResponse.newBuilder()
                .addAllFindings(
                        page.rows().stream().map(RegistryMessages::finding).toList())
                .addAllCoverage(
                        coverage.now().stream().map(RegistryMessages::coverage).toList())
                .setNextPageToken(token(page))
                .build());
        answer.onCompleted();
    }

    @Override
    public void listHoldingFindings(
            ListHoldingFindingsRequest request, StreamObserver<ListHoldingFindingsResponse> answer) {
        int size = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        ShownPage<HoldingStatement, Page> page =
                lists().holdings(RequestFields.holdingPage(request.getPageToken(), request.getHome(), size));
        answer.onNext(ListHoldingFindingsResponse.newBuilder()
                .addAllFindings(
                        page.rows().stream().map(HoldingMessages::statement).toList())
                .addAllCoverage(
                        coverage.now().stream().map(RegistryMessages::coverage).toList())
                .setNextPageToken(token(page))
                .build());
        answer.onCompleted();
    }

    @Override
    public void listChallenges(ListChallengesRequest request, StreamObserver<ListChallengesResponse> answer) {
        int size = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        ShownPage<ChallengeStatement, Page> page =
                lists().challenges(RequestFields.holdingPage(request.getPageToken(), request.getHome(), size));
        answer.onNext(ListChallengesResponse.newBuilder()
                .addAllResults(
                        page.rows().stream().map(ChallengeMessages::result).toList())
                .addAllUnreachable(registry.challenges().unreachable().stream()
                        .map(ChallengeMessages::unreachable)
                        .toList())
                .addAllCoverage(
                        coverage.now().stream().map(RegistryMessages::coverage).toList())
                .setNextPageToken(token(page))
                .build());
        answer.onCompleted();
    }

    /** A dataset that is not for the caller to know of is answered as one that does not exist. */
    private static Failure unknown(DatasetId id) {
        return Failure.of(
                ErrorCode.NOT_KNOWN,
                "Le registre ne connaît pas le jeu de données " + id + ".",
                "The registry does not know the dataset " + id + ".");
    }

    private static String token(ShownPage<?, Page> page) {
        return page.next().map(Page::token).orElse("");
    }

    private ShownLists lists() {
        return new ShownLists(registry, disclosed());
    }

    private DisclosedPart disclosed() {
        return new DisclosedPart(registry, new Disclosure(Caller.current().state()));
    }

    /** What is told beside the copies, and the instant that it is true of. */
    private record Beside(
            List<CustodyStatement> disputes,
            List<FindingStatement> findings,
            List<KeyEnd> keyEnds,
            List<ErasureWord> erasures,
            List<ErasureAbroad> abroad,
            List<ChallengeStatement> challenges,
            List<SiteSilence> silences,
            Instant at) {}

    private List<Replica> messages(List<ReplicaStatement> replicas, Beside beside) {
        List<GrantSerial> serials = replicas.stream()
                .flatMap(replica -> Optional.ofNullable(replica.state().grant()).stream())
                .distinct()
                .toList();
        Map<GrantSerial, GrantSummary> grants =
                registry.grants(serials).stream().collect(Collectors.toMap(GrantSummary::serial, grant -> grant));
        return replicas.stream()
                .map(replica -> message(
                        replica,
                        Optional.ofNullable(replica.state().grant())
                                .flatMap(serial -> Optional.ofNullable(grants.get(serial))),
                        beside))
                .toList();
    }

    private static Replica message(ReplicaStatement replica, Optional<GrantSummary> grant, Beside beside) {
        Replica message = RegistryMessages.replica(
                replica,
                grant,
                beside.disputes().stream()
                        .filter(dispute -> dispute.concerns(replica))
                        .toList(),
                beside.findings().stream()
                        .filter(finding -> finding.concerns(replica))
                        .toList());
        // What an ended key leaves of the copy is told beside it, for the bytes are there and proved; of an erased one,
        // what its node cannot see, and abroad by whose word.
        Replica erased = RegistryMessages.withErasure(
                RegistryMessages.withKeyEnd(message, beside.keyEnds()),
                beside.erasures().stream()
                        .filter(word -> word.concerns(replica))
                        .findFirst(),
                beside.at());
        Replica whole = beside.abroad().stream()
                .filter(end -> end.concerns(replica))
                .findFirst()
                .map(end -> RegistryMessages.withErasureAbroad(erased, end))
                .orElse(erased);
        return ChallengeMessages.with(whole, replica, beside.challenges(), beside.silences());
    }
}
