package org.liptako.node.peer;

import io.grpc.Channel;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The connections to one peer over which bytes move, apart from the one for questions: a question must not wait behind them. Those that were
 * given back serve the next borrower, so that many small transfers do not dial for each; a lane that nobody uses hangs up by itself.
 * Thread-safe.
 */
final class PeerLanes {
    private final Supplier<ManagedChannel> dialling;
    private final List<ClientInterceptor> interceptors;
    private final List<ManagedChannel> all = new ArrayList<>();
    private final Deque<ManagedChannel> idle = new ArrayDeque<>();

    PeerLanes(Supplier<ManagedChannel> dialling, List<ClientInterceptor> interceptors) {
        this.dialling = dialling;
        this.interceptors = List.copyOf(interceptors);
    }

    /** The lane that was given back last, or a new one; dialled again at once, where earlier failures would still make it wait. */
    synchronized PeerLane borrow() {
        ManagedChannel connection = idle.poll();
        if (connection == null) {
            connection = dialling.get();
            all.add(connection);
        }
        connection.resetConnectBackoff();
        return new Lane(connection);
    }

    /** Begins to dial so many of the lanes that are borrowed next; those that nobody borrows hang up by themselves. */
    synchronized void dial(int count) {
        while (idle.size() < count) {
            ManagedChannel connection = dialling.get();
            all.add(connection);
            idle.add(connection);
        }
        idle.stream().limit(count).forEach(connection -> {
            connection.resetConnectBackoff();
            connection.getState(true);
        });
    }

    /** Whether the lane that is borrowed next is connected; it is dialled at once if it is not. */
    synchronized boolean reaches() {
        dial(1);
        return idle.getFirst().getState(false) == ConnectivityState.READY;
    }

    /** Begins a new connection with the next call of each lane. */
    synchronized void beginAnew() {
        all.forEach(ManagedChannel::enterIdle);
    }

    synchronized void shutdown() {
        all.forEach(ManagedChannel::shutdownNow);
    }

    private synchronized void giveBack(ManagedChannel connection) {
        idle.push(connection);
    }

    private final class Lane implements PeerLane {
        private final ManagedChannel connection;
        private final Channel channel;
        private final AtomicBoolean borrowed = new AtomicBoolean(true);

        Lane(ManagedChannel connection) {
            this.connection = connection;
            this.channel = ClientInterceptors.intercept(connection, interceptors);
        }

        @Override
        public Channel channel() {
            return channel;
        }

        @Override
        public void close() {
            if (borrowed.compareAndSet(true, false)) {
                giveBack(connection);
            }
        }
    }
}
