package org.liptako.node.identity;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/**
 * Which threads serve which call: a few of their own for those that never wait and come by the thousand, a virtual
 * thread each for those that wait for the database or for a peer.
 *
 * <p>A virtual thread for each event of a fast call costs more than the call itself.
 */
final class CallExecutors implements ServerCallExecutorSupplier, AutoCloseable {
    private static final Set<String> HOT = Set.of(
            "liptako.placement.v1.PlacementService/CheckPlacement",
            "liptako.placement.v1.PlacementService/CheckPlacements",
            "liptako.exchange.v1.ReplicaExchangeService/Fetch");

    private final ExecutorService few = new ForkJoinPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            ForkJoinPool.defaultForkJoinWorkerThreadFactory,
            null,
            true);
    private final ExecutorService virtual = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("call-", 0).factory());

    /** Where a call begins, before it is known which it is. */
    Executor first() {
        return few;
    }

    @Override
    public <Q, A> Executor getExecutor(ServerCall<Q, A> call, Metadata headers) {
        return HOT.contains(call.getMethodDescriptor().getFullMethodName()) ? few : virtual;
    }

    @Override
    public void close() {
        few.shutdown();
        virtual.shutdown();
    }
}
