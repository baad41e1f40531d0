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
 * Which threads serve which call: a few for those that come by the thousand, a few others for the streams of bytes, a
 * virtual thread each for those that wait for the database or a peer.
 *
 * <p>A virtual thread for each event of a fast call or a full stream costs more than the event itself. Calls begin on
 * threads that serve none, and the two kinds share none: an engine, a disk or a database that hangs under one keeps no
 * other call waiting.
 */
final class CallExecutors implements ServerCallExecutorSupplier, AutoCloseable {
    private static final Set<String> CHECKS = Set.of(
            "liptako.placement.v1.PlacementService/CheckPlacement",
            "liptako.placement.v1.PlacementService/CheckPlacements");
    private static final String FETCH = "liptako.exchange.v1.ReplicaExchangeService/Fetch";

    private final ExecutorService beginning = few();
    private final ExecutorService checking = few();
    private final ExecutorService moving = few();
    private final ExecutorService virtual = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("call-", 0).factory());

    /** Where a call begins, before it is known which it is. */
    Executor first() {
        return beginning;
    }

    @Override
    public <Q, A> Executor getExecutor(ServerCall<Q, A> call, Metadata headers) {
        String method = call.getMethodDescriptor().getFullMethodName();
        if (method.equals(FETCH)) {
            return moving;
        }
        return CHECKS.contains(method) ? checking : virtual;
    }

    @Override
    public void close() {
        beginning.shutdown();
        checking.shutdown();
        moving.shutdown();
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
