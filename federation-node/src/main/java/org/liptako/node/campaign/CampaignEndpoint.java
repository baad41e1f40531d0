package org.liptako.node.campaign;

import io.grpc.stub.StreamObserver;
import java.util.List;
import org.liptako.campaign.v1.CampaignServiceGrpc;
import org.liptako.campaign.v1.CloseCampaignRequest;
import org.liptako.campaign.v1.CloseCampaignResponse;
import org.liptako.campaign.v1.GetCampaignRequest;
import org.liptako.campaign.v1.GetCampaignResponse;
import org.liptako.campaign.v1.ListCampaignsRequest;
import org.liptako.campaign.v1.ListCampaignsResponse;
import org.liptako.campaign.v1.OpenCampaignRequest;
import org.liptako.campaign.v1.OpenCampaignResponse;
import org.liptako.campaign.v1.PauseCampaignRequest;
import org.liptako.campaign.v1.PauseCampaignResponse;
import org.liptako.campaign.v1.PlanCampaignRequest;
import org.liptako.campaign.v1.PlanCampaignResponse;
import org.liptako.campaign.v1.RunCampaignRequest;
import org.liptako.campaign.v1.RunCampaignResponse;
import org.liptako.campaign.v1.SignErasureEvidenceRequest;
import org.liptako.campaign.v1.SignErasureEvidenceResponse;
import org.liptako.campaign.v1.WithdrawCopyRequest;
import org.liptako.campaign.v1.WithdrawCopyResponse;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.pki.name.State;

/** What the State's own people ask of its node about campaigns, and the steps that they take. */
public final class CampaignEndpoint extends CampaignServiceGrpc.CampaignServiceImplBase {
    private final State own;
    private final CampaignBook book;
    private final CampaignDesks desks;

    CampaignEndpoint(State own, CampaignBook book, CampaignDesks desks) {
        this.own = own;
        this.book = book;
        this.desks = desks;
    }

    @Override
    public void openCampaign(OpenCampaignRequest request, StreamObserver<OpenCampaignResponse> answer) {
        desks.opening().open(Caller.current(), CampaignMessages.opening(request));
        answer(
                answer,
                OpenCampaignResponse.newBuilder()
                        .setCampaign(whole(request.getCampaign()))
                        .build());
    }

    @Override
    public void listCampaigns(ListCampaignsRequest request, StreamObserver<ListCampaignsResponse> answer) {
        List<CampaignView> views = book.of(State.ofCode(request.getState()).orElse(own));
        List<CopyView> open = views.stream()
                .filter(view -> view.campaign().isOpen())
                .flatMap(view -> view.copies().stream())
                .toList();
        answer(
                answer,
                ListCampaignsResponse.newBuilder()
                        .addAllCampaigns(
                                views.stream().map(CampaignMessages::summary).toList())
                        .addAllOwners(Balance.ofOwners(open).stream()
                                .map(CampaignMessages::balance)
                                .toList())
                        .setTotal(CampaignMessages.balance(Balance.of("", open)))
                        .build());
    }

    @Override
    public void getCampaign(GetCampaignRequest request, StreamObserver<GetCampaignResponse> answer) {
        answer(
                answer,
                GetCampaignResponse.newBuilder()
                        .setCampaign(whole(request.getCampaign()))
                        .build());
    }

    @Override
    public void planCampaign(PlanCampaignRequest request, StreamObserver<PlanCampaignResponse> answer) {
        PlanDesk.Wish wish = CampaignMessages.wish(request);
        PlanDesk.Draft draft = desks.plans().draft(Caller.current(), wish);
        if (!request.getDryRun()) {
            desks.plans().plan(Caller.current(), wish, draft);
        }
        CampaignView view =
                request.getDryRun() ? book.view(draft.campaign(), draft.copies()) : book.get(wish.campaign());
        answer(
                answer,
                PlanCampaignResponse.newBuilder()
                        .setCampaign(CampaignMessages.whole(view))
                        .addAllUnplanned(draft.unplanned().stream()
                                .map(CampaignMessages::unplanned)
                                .toList())
                        .build());
    }

    @Override
    public void runCampaign(RunCampaignRequest request, StreamObserver<RunCampaignResponse> answer) {
        CampaignKey key = desks.runs().run(Caller.current(), CampaignMessages.word(request));
        answer(answer, RunCampaignResponse.newBuilder().setCopy(copy(key)).build());
    }

    @Override
    public void pauseCampaign(PauseCampaignRequest request, StreamObserver<PauseCampaignResponse> answer) {
        CampaignId campaign = new CampaignId(request.getCampaign());
        if (request.getResume()) {
            desks.closing().release(Caller.current(), campaign);
        } else {
            desks.closing().hold(Caller.current(), campaign, CampaignMessages.why(request.getReason()));
        }
        answer(
                answer,
                PauseCampaignResponse.newBuilder()
                        .setCampaign(whole(request.getCampaign()))
                        .build());
    }

    @Override
    public void withdrawCopy(WithdrawCopyRequest request, StreamObserver<WithdrawCopyResponse> answer) {
        CampaignKey key = desks.withdrawals().withdraw(Caller.current(), CampaignMessages.word(request));
        answer(answer, WithdrawCopyResponse.newBuilder().setCopy(copy(key)).build());
    }

    @Override
    public void signErasureEvidence(
            SignErasureEvidenceRequest request, StreamObserver<SignErasureEvidenceResponse> answer) {
        EvidenceDesk.Word word = CampaignMessages.word(request);
        desks.evidence().sign(Caller.current(), word);
        answer(
                answer,
                SignErasureEvidenceResponse.newBuilder()
                        .setCopy(copy(word.key()))
                        .build());
    }

    @Override
    public void closeCampaign(CloseCampaignRequest request, StreamObserver<CloseCampaignResponse> answer) {
        desks.closing().close(Caller.current(), new CampaignId(request.getCampaign()));
        answer(
                answer,
                CloseCampaignResponse.newBuilder()
                        .setCampaign(whole(request.getCampaign()))
                        .build());
    }

    private org.liptako.campaign.v1.Campaign whole(String id) {
        return CampaignMessages.whole(book.get(new CampaignId(id)));
    }

    private org.liptako.campaign.v1.CampaignCopy copy(CampaignKey key) {
        return book.get(key.campaign()).copies().stream()
                .filter(view -> view.copy().key().equals(key))
                .map(CampaignMessages::copy)
                .findFirst()
                .orElseThrow();
    }

    private static <T> void answer(StreamObserver<T> observer, T response) {
        observer.onNext(response);
        observer.onCompleted();
    }
}
