package org.liptako.node.identity;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * The node's gRPC server: every endpoint behind mutual TLS and the gate.
 *
 * <p>It does not listen before {@link #start()}; the root calls that once everything else stands.
 */
public final class CallServer implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final Duration END = Duration.ofSeconds(1);

    private final InetSocketAddress address;
    private final CallExecutors executors = new CallExecutors();
    private final ServerSockets sockets = ServerSockets.ofThisMachine();
    private final EventLoopGroup accepting = new MultiThreadIoEventLoopGroup(1, sockets.waiting());
    private final EventLoopGroup serving = new MultiThreadIoEventLoopGroup(sockets.waiting());
    private final OwedAnswers owed = new OwedAnswers();
    private final OpenConnections connections;
    private final Server server;

    CallServer(
            InetSocketAddress address,
            TlsContexts tls,
            OpenConnections connections,
            ConnectionLimits limits,
            CongestionControl congestion,
            CallGate gate,
            List<BindableService> endpoints) {
        this.address = address;
        this.connections = connections;
        NettyServerBuilder builder = ServerLimits.apply(NettyServerBuilder.forAddress(address), limits)
                .sslContext(tls.server())
                .channelFactory(() -> listening(connections, congestion))
                .bossEventLoopGroup(accepting)
                .workerEventLoopGroup(serving)
                .addTransportFilter(connections)
                .executor(executors.first())
                .callExecutor(executors)
                .intercept(owed);
        endpoints.forEach(endpoint -> builder.addService(gate.before(endpoint)));
        this.server = builder.build();
    }

    /** A listening socket at whose door every connection is counted before it is read. */
    private ServerChannel listening(OpenConnections connections, CongestionControl congestion) {
        ServerChannel socket = sockets.listening();
        socket.pipeline().addLast(connections.door(), congestion);
        return socket;
    }

    /**
     * Begins to listen.
     *
     * @throws IllegalStateException if the address is taken, or not this machine's
     */
    public void start() {
        try {
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The gRPC server cannot listen on " + address + "; see liptako.grpc.bind and liptako.grpc.port.",
                    e);
        }
    }

    /** The port it listens on, which the system chose where 0 is configured. */
    public int port() {
        return server.getPort();
    }

    /** Takes no new call, ends at once the streams that never end, and waits a while for all other calls; once, though it may be called again. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The loops end by themselves, once nothing is left to run.
    public void close() {
        server.shutdown();
        Failure stopping = Failure.of(
                ErrorCode.NODE_NOT_SERVING,
                "Le nœud s'arrête ; reprenez dans un instant.",
                "The node is stopping; go on in a moment.");
        connections.endFollowers(stopping);
        try {
            if (!owed.await(DRAIN)) {
                connections.endStreams(stopping);
            }
            if (!server.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
                server.shutdownNow();
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
        executors.close();
        accepting.shutdownGracefully(END.toMillis(), DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        serving.shutdownGracefully(END.toMillis(), DRAIN.toMillis(), TimeUnit.MILLISECONDS);
    }
}
