package org.liptako.node.exchange.courier.key;

import io.grpc.stub.StreamObserver;
import org.liptako.exchange.v1.CourierKeyServiceGrpc;
import org.liptako.exchange.v1.GetCourierKeyRequest;
import org.liptako.exchange.v1.GetCourierKeyResponse;
import org.liptako.node.exchange.grant.GrantMessages;
import org.liptako.node.identity.Caller;
import org.liptako.node.wire.StatementMessages;
import org.liptako.pki.signature.SignedStatement;

/** Tells the node that gives a copy to which key this data centre wants its disks encrypted. */
public final class CourierKeyEndpoint extends CourierKeyServiceGrpc.CourierKeyServiceImplBase {
    private final CourierKeyDesk desk;

    public CourierKeyEndpoint(CourierKeyDesk desk) {
        this.desk = desk;
    }

    @Override
    public void getCourierKey(GetCourierKeyRequest request, StreamObserver<GetCourierKeyResponse> observer) {
        SignedStatement key = desk.key(
                GrantMessages.serial(request.getGrant()), Caller.current().state());
        observer.onNext(GetCourierKeyResponse.newBuilder()
                .setKey(StatementMessages.toMessage(key))
                .build());
        observer.onCompleted();
    }
}
