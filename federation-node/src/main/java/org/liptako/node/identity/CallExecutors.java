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
 * Which threads serve which call: a few of their own for those that come by the thousand and seldom wait, a virtual
 * thread each for those that wait for the database, a disk or a peer.
 *
 * <p>A virtual thread for each event of a fast call costs more than the call itself. Calls begin on threads that serve none: an engine or a
 * database that hangs under the fast calls keeps no other call from its start.
 */
final class CallExecutors implements ServerCallExecutorSupplier, AutoCloseable {
    private static final Set<String> HOT = Set.of(
            "liptako.placement.v1.PlacementService/CheckPlacement",
            "liptako.placement.v1.PlacementService/CheckPlacements");

    private final ExecutorService beginning = few();
    private final ExecutorService hot = few();
    private final ExecutorService virtual = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("call-", 0).factory());

    /** Where a call begins, before it is known which it is. */
    Executor first() {
        return beginning;
    }

    @Override
    public <Q, A> Executor getExecutor(ServerCall<Q, A> call, Metadata headers) {
        return HOT.contains(call.getMethodDescriptor().getFullMethodName()) ? hot : virtual;
    }

    @Override
    public void close() {
        beginning.shutdown();
        hot.shutdown();
        virtual.shutdown();
    }

    private static ExecutorService few() {
        return new ForkJoinPool(
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                ForkJoinPool.defaultForkJoinWorkerThreadFactory,
                null,
                true);
    }
}
