package org.liptako.node.placement.duty;

import io.grpc.stub.StreamObserver;
import java.util.List;
import org.liptako.node.identity.Caller;
import org.liptako.node.registry.Disclosure;
import org.liptako.placement.v1.DischargeDutyRequest;
import org.liptako.placement.v1.DischargeDutyResponse;
import org.liptako.placement.v1.DutyServiceGrpc;
import org.liptako.placement.v1.ListDutiesRequest;
import org.liptako.placement.v1.ListDutiesResponse;

/** What the State's own people ask of its node about duties, and what they say they have done. */
public final class DutyEndpoint extends DutyServiceGrpc.DutyServiceImplBase {
    private final Duties duties;
    private final DutyDesk desk;

    DutyEndpoint(Duties duties, DutyDesk desk) {
        this.duties = duties;
        this.desk = desk;
    }

    @Override
    public void listDuties(ListDutiesRequest request, StreamObserver<ListDutiesResponse> answer) {
        DutyPage page = DutyMessages.page(request);
        List<Duty> found =
                duties.shownTo(new Disclosure(Caller.current().state())).list(DutyMessages.filter(request), page);
        ListDutiesResponse.Builder response = ListDutiesResponse.newBuilder();
        found.forEach(duty -> response.addDuties(DutyMessages.duty(duty)));
        if (found.size() == page.most()) {
            response.setNextPageToken(DutyMessages.token(found.getLast()));
        }
        answer.onNext(response.build());
        answer.onCompleted();
    }

    @Override
    public void dischargeDuty(DischargeDutyRequest request, StreamObserver<DischargeDutyResponse> answer) {
        Duty duty = desk.discharge(Caller.current(), DutyMessages.word(request));
        answer.onNext(DischargeDutyResponse.newBuilder()
                .setDuty(DutyMessages.duty(duty))
                .build());
        answer.onCompleted();
    }
}
