package org.liptako.node.cli.client;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One connection to one node, closed with the command. */
public final class NodeConnection implements AutoCloseable {
    /** A binding request waits for two nodes, each with its own deadline; longer than both is silence. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int LARGEST_ANSWER = 16 << 20;

    private final NodeTarget target;
    private final ManagedChannel channel;

    private NodeConnection(NodeTarget target, ManagedChannel channel) {
        this.target = target;
        this.channel = channel;
    }

    /** Prepares the connection; the first call makes it. */
    public static NodeConnection open(NodeTarget target, ClientCredentials credentials) {
        return new NodeConnection(
                target,
                target.channel()
                        .sslContext(ClientTls.context(target, credentials))
                        .overrideAuthority(target.serverName())
                        .maxInboundMessageSize(LARGEST_ANSWER)
                        .build());
    }

    /** Puts the question and gives the answer, or ends the command in words. */
    public <T> T answer(Function<NodeConnection, T> question) {
        try {
            return question.apply(this);
        } catch (StatusRuntimeException failure) {
            throw NodeFailure.of(target, failure);
        }
    }

    /** A stub of one of the node's services, made by the generated class, whose calls end within the client's patience. */
    public <S extends AbstractStub<S>> S service(Function<? super Channel, S> stub) {
        return stub.apply(channel).withDeadlineAfter(PATIENCE);
    }

    /** The same without an end: for streams that last as long as what they watch. */
    public <S extends AbstractStub<S>> S stream(Function<? super Channel, S> stub) {
        return stub.apply(channel);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        try {
            channel.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
