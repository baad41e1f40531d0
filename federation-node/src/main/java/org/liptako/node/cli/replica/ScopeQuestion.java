package org.liptako.node.cli.replica;

import com.google.protobuf.MessageOrBuilder;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.ReplicaServiceGrpc.ReplicaServiceBlockingStub;
import org.liptako.exchange.v1.TransferScope;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.ArgGroup;

/**
 * A question about one transfer, about what comes from a State, or about everything.
 *
 * @param <A> the answer
 */
abstract class ScopeQuestion<A extends MessageOrBuilder> extends NodeQuestion<A> {
    @ArgGroup(multiplicity = "1")
    private ScopeOptions scope;

    /** Puts the question of that much. */
    abstract A ask(ReplicaServiceBlockingStub replicas, TransferScope asked);

    @Override
    protected final A ask(NodeConnection node) {
        return ask(node.service(ReplicaServiceGrpc::newBlockingStub), scope.message());
    }
}
