package org.liptako.node.placement;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import org.liptako.placement.v1.CheckPlacementsRequest;
import org.liptako.placement.v1.CheckPlacementsResponse;

/**
 * One stream of questions: takes one at a time, and the next one only once it is answered and the caller can take the answer. Who sends and never reads holds
 * up nobody else. Questions come on the network's threads, answers from whichever thread had them.
 */
final class CheckStreamEndpoint implements StreamObserver<CheckPlacementsRequest>, PlacementDesk.Answer {
    private final ServerCallStreamObserver<CheckPlacementsResponse> caller;
    private final PlacementDesk checks;
    private final AdviceMessages messages;
    private boolean due = true;
    private boolean judging;
    private boolean asked;

    CheckStreamEndpoint(
            ServerCallStreamObserver<CheckPlacementsResponse> caller, PlacementDesk checks, AdviceMessages messages) {
        this.caller = caller;
        this.checks = checks;
        this.messages = messages;
    }

    void begin() {
        caller.disableAutoRequest();
        caller.setOnReadyHandler(this::take);
    }

    private synchronized void take() {
        if (due && caller.isReady()) {
            due = false;
            caller.request(1);
        }
    }

    @Override
    public synchronized void onNext(CheckPlacementsRequest request) {
        judging = true;
        checks.check(PlacementMessages.asked(request.getTerms()), this);
    }

    @Override
    public synchronized void judged(Judged judged) {
        caller.onNext(messages.ofStream(judged));
        judging = false;
        if (asked) {
            caller.onCompleted();
        } else {
            due = true;
            take();
        }
    }

    @Override
    public synchronized void failed(RuntimeException failure) {
        caller.onError(failure);
    }

    @Override
    public void onError(Throwable cancelled) {
        // The caller has gone; nothing is kept for them.
    }

    /** The last question may still be judged. */
    @Override
    public synchronized void onCompleted() {
        asked = true;
        if (!judging) {
            caller.onCompleted();
        }
    }
}
