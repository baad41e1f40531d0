package org.liptako.node.operations;

import io.grpc.stub.StreamObserver;
import org.liptako.node.config.NodeConfig;
import org.liptako.operations.v1.ProbeRequest;
import org.liptako.operations.v1.ProbeResponse;
import org.liptako.operations.v1.ProbeServiceGrpc;

/** Whether this process serves, for the other States' nodes that measure it. */
final class ProbeEndpoint extends ProbeServiceGrpc.ProbeServiceImplBase {
    private final NodeConfig node;
    private final OwnReadiness readiness;
    private final Drain drain;

    ProbeEndpoint(NodeConfig node, OwnReadiness readiness, Drain drain) {
        this.node = node;
        this.readiness = readiness;
        this.drain = drain;
    }

    @Override
    public void probe(ProbeRequest request, StreamObserver<ProbeResponse> answer) {
        answer.onNext(ProbeResponse.newBuilder()
                .setReady(readiness.isReady())
                .setSite(node.site().value())
                .setDraining(drain.isUnderWay())
                .build());
        answer.onCompleted();
    }
}
