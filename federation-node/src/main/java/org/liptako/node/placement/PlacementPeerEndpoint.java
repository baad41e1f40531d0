package org.liptako.node.placement;

import io.grpc.stub.StreamObserver;
import org.liptako.node.identity.Caller;
import org.liptako.node.wire.StatementMessages;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.placement.v1.AcceptGrantRequest;
import org.liptako.placement.v1.AcceptGrantResponse;
import org.liptako.placement.v1.JudgePlacementRequest;
import org.liptako.placement.v1.JudgePlacementResponse;
import org.liptako.placement.v1.PlacementPeerServiceGrpc;

/** What another State's node, as home, asks of this one, as host. The node that calls must be of the State whose statement it brings. */
final class PlacementPeerEndpoint extends PlacementPeerServiceGrpc.PlacementPeerServiceImplBase {
    private final HostDesk judgements;
    private final AcceptanceDesk acceptances;

    PlacementPeerEndpoint(HostDesk judgements, AcceptanceDesk acceptances) {
        this.judgements = judgements;
        this.acceptances = acceptances;
    }

    @Override
    public void judgePlacement(JudgePlacementRequest request, StreamObserver<JudgePlacementResponse> answer) {
        SignedStatement said =
                judgements.judge(Caller.current().state(), StatementMessages.fromMessage(request.getHomeStatement()));
        answer.onNext(JudgePlacementResponse.newBuilder()
                .setHostStatement(StatementMessages.toMessage(said))
                .build());
        answer.onCompleted();
    }

    @Override
    public void acceptGrant(AcceptGrantRequest request, StreamObserver<AcceptGrantResponse> answer) {
        SignedStatement said =
                acceptances.accept(Caller.current().state(), StatementMessages.fromMessage(request.getGrant()));
        answer.onNext(AcceptGrantResponse.newBuilder()
                .setAcceptance(StatementMessages.toMessage(said))
                .build());
        answer.onCompleted();
    }
}
