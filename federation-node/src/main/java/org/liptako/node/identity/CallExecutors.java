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
 * Which threads serve which call: the network's own for those that come by the thousand, a few for the streams of bytes, a virtual thread each for those that
 * wait for the database or a peer.
 *
 * <p>A virtual thread for each event of a fast call or a full stream costs more than the event itself, and so does waking another thread for an answer that
 * takes microseconds. What is called on the network's threads must not wait there for an engine, a disk or a database: it would keep others waiting.
 */
final class CallExecutors implements ServerCallExecutorSupplier, AutoCloseable {
    private static final Set<String> CHECKS = Set.of(
            "liptako.placement.v1.PlacementService/CheckPlacement",
            "liptako.placement.v1.PlacementService/CheckPlacements");
    private static final String FETCH = "liptako.exchange.v1.ReplicaExchangeService/Fetch";

    /** Runs what it is given at once, on the thread that gives it. */
    private final Executor network = Runnable::run;

    private final ExecutorService moving = few();
    private final ExecutorService virtual = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("call-", 0).factory());

    /** Where it is found out which call begins. */
    Executor first() {
        return network;
    }

    @Override
    public <Q, A> Executor getExecutor(ServerCall<Q, A> call, Metadata headers) {
        String method = call.getMethodDescriptor().getFullMethodName();
        if (method.equals(FETCH)) {
            return moving;
        }
        return CHECKS.contains(method) ? network : virtual;
    }

    @Override
    public void close() {
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
