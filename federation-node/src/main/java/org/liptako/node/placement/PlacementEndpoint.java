package org.liptako.node.placement;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.liptako.node.identity.Caller;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.placement.v1.CheckPlacementRequest;
import org.liptako.placement.v1.CheckPlacementResponse;
import org.liptako.placement.v1.CheckPlacementsRequest;
import org.liptako.placement.v1.CheckPlacementsResponse;
import org.liptako.placement.v1.GetPlacementRequest;
import org.liptako.placement.v1.GetPlacementResponse;
import org.liptako.placement.v1.ListPlacementsRequest;
import org.liptako.placement.v1.ListPlacementsResponse;
import org.liptako.placement.v1.PlacementServiceGrpc;
import org.liptako.placement.v1.RequestPlacementRequest;
import org.liptako.placement.v1.RequestPlacementResponse;

/** What the State's own people ask of its node about placements. */
final class PlacementEndpoint extends PlacementServiceGrpc.PlacementServiceImplBase {
    private static final int PAGE = 100;
    private static final Sentence STALE = new Sentence(
            "Le jeton de page n'est pas de ce nœud ; reprenez à la première page.",
            "The page token is not one of this node's; start again at the first page.");

    private final PlacementDesk checks;
    private final RequestDesk requests;
    private final DecisionMessages decisions;
    private final AdviceMessages advice;
    private final WithdrawnGrants withdrawn;

    PlacementEndpoint(
            PlacementDesk checks,
            RequestDesk requests,
            DecisionMessages decisions,
            NodeTrust trust,
            WithdrawnGrants withdrawn) {
        this.checks = checks;
        this.requests = requests;
        this.decisions = decisions;
        this.advice = new AdviceMessages(decisions, trust);
        this.withdrawn = withdrawn;
    }

    @Override
    public void checkPlacement(CheckPlacementRequest request, StreamObserver<CheckPlacementResponse> answer) {
        checks.check(PlacementMessages.asked(request.getTerms()), new CheckCallEndpoint(answer, advice));
    }

    @Override
    public StreamObserver<CheckPlacementsRequest> checkPlacements(StreamObserver<CheckPlacementsResponse> answers) {
        CheckStreamEndpoint stream =
                new CheckStreamEndpoint((ServerCallStreamObserver<CheckPlacementsResponse>) answers, checks, advice);
        stream.begin();
        return stream;
    }

    @Override
    public void requestPlacement(RequestPlacementRequest request, StreamObserver<RequestPlacementResponse> answer) {
        Placement placement = requests.request(
                Caller.current().party(),
                requestId(request.getRequestId()),
                PlacementMessages.asked(request.getTerms()));
        answer.onNext(RequestPlacementResponse.newBuilder()
                .setPlacement(PlacementMessages.placement(placement, decisions, withdrawn))
                .build());
        answer.onCompleted();
    }

    @Override
    public void getPlacement(GetPlacementRequest request, StreamObserver<GetPlacementResponse> answer) {
        answer.onNext(GetPlacementResponse.newBuilder()
                .setPlacement(PlacementMessages.placement(find(request.getRequestId()), decisions, withdrawn))
                .build());
        answer.onCompleted();
    }

    @Override
    public void listPlacements(ListPlacementsRequest request, StreamObserver<ListPlacementsResponse> answer) {
        int most = request.getPageSize() == 0 ? PAGE : request.getPageSize();
        List<Placement> page = requests.newest(after(request.getPageToken()), most);
        ListPlacementsResponse.Builder response = ListPlacementsResponse.newBuilder();
        page.forEach(placement -> response.addPlacements(PlacementMessages.placement(placement, decisions, withdrawn)));
        if (page.size() == most) {
            response.setNextPageToken(token(page.getLast()));
        }
        answer.onNext(response.build());
        answer.onCompleted();
    }

    private Placement find(String id) {
        return requests.get(requestId(id));
    }

    private static RequestId requestId(String id) {
        return PlacementMessages.identifier("request_id", id, RequestId::new);
    }

    private @Nullable Placement after(String token) {
        if (token.isEmpty()) {
            return null;
        }
        try {
            String last = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return requests.find(new RequestId(last)).orElseThrow();
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new Failure(ErrorCode.INVALID_REQUEST, STALE, e);
        }
    }

    private static String token(Placement last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.request().value().getBytes(StandardCharsets.UTF_8));
    }
}
