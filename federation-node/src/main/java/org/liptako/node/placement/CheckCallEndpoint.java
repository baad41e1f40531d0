package org.liptako.node.placement;

import io.grpc.stub.StreamObserver;
import org.liptako.placement.v1.CheckPlacementResponse;

/** The answer to a single question. */
final class CheckCallEndpoint implements PlacementDesk.Answer {
    private final StreamObserver<CheckPlacementResponse> caller;
    private final AdviceMessages messages;

    CheckCallEndpoint(StreamObserver<CheckPlacementResponse> caller, AdviceMessages messages) {
        this.caller = caller;
        this.messages = messages;
    }

    @Override
    public void judged(Judged judged) {
        caller.onNext(messages.single(judged));
        caller.onCompleted();
    }

    @Override
    public void failed(RuntimeException failure) {
        caller.onError(failure);
    }
}
