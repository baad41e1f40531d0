package org.liptako.node.registry;

import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.Dataset;
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
    private final WhereDesk desk;
    private final RegistryCoverage coverage;
    private final Clock clock;

    public RegistryEndpoint(Registry registry, WhereDesk desk, RegistryCoverage coverage, Clock clock) {
        this.registry = registry;
        this.desk = desk;
        this.coverage = coverage;
        this.clock = clock;
    }

    @Override
    public void where(WhereRequest request, StreamObserver<WhereResponse> answer) {
        Whereabouts found = desk.where(
                RequestFields.dataset(request.getDataset()),
                RequestFields.instant("held_at", request.getHeldAt()),
                RequestFields.instant("known_at", request.getKnownAt()),
                disclosed().disclosure());
        answer.onNext(WhereResponse.newBuilder()
                .setDataset(RegistryMessages.dataset(found.dataset()))
                .addAllReplicas(messages(found.copies(), found.beside()))
                .addAllCoverage(found.coverage().stream()
                        .map(RegistryMessages::coverage)
                        .toList())
                .setHeldAt(found.heldAt().toString())
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
        answer.onNext(ListReplicasResponse.newBuilder()
                .addAllReplicas(messages(page.rows(), CopyCircumstances.now(registry, page.rows(), clock.instant())))
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

    private static String token(ShownPage<?, Page> page) {
        return page.next().map(Page::token).orElse("");
    }

    private ShownLists lists() {
        return new ShownLists(registry, disclosed());
    }

    private DisclosedPart disclosed() {
        return new DisclosedPart(registry, new Disclosure(Caller.current().state()));
    }

    private static List<Replica> messages(List<ReplicaStatement> replicas, CopyCircumstances beside) {
        return replicas.stream().map(replica -> message(replica, beside)).toList();
    }

    private static Replica message(ReplicaStatement replica, CopyCircumstances beside) {
        Replica message = RegistryMessages.replica(
                replica, beside.grant(replica), beside.disputes(replica), beside.findings(replica));
        // What an ended key leaves of the copy is told beside it, for the bytes are there and proved; of an erased one,
        // what its node cannot see, and abroad by whose word.
        Replica erased = RegistryMessages.withErasure(
                RegistryMessages.withKeyEnd(message, beside.keyEnds()), beside.erasure(replica), beside.at());
        Replica whole = beside.abroad(replica)
                .map(end -> RegistryMessages.withErasureAbroad(erased, end))
                .orElse(erased);
        return ChallengeMessages.with(whole, replica, beside.challenges(), beside.silences());
    }
}
