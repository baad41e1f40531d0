package org.liptako.node.identity;

import com.google.protobuf.Message;
import io.grpc.BindableService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.liptako.pki.name.State;

/** A node's server with its gate, on loopback, for the endpoints that a test brings. */
public final class TrialServer implements AutoCloseable {
    /** Where servers listen and are found: for a measure, an address of this machine that is reached over a bad link. */
    public static final String ADDRESS = System.getProperty("liptako.link.address", "127.0.0.1");

    private static final String CONGESTION = System.getProperty("liptako.link.congestion", CongestionControl.BBR);

    private static final Looks NO_LOOKS = new Looks() {
        @Override
        public boolean keeps(String method) {
            return false;
        }

        @Override
        public void looked(Caller caller, String method, Message request, long rows) {
            // Nobody is to read it.
        }
    };

    private final NodeIdentity identity;
    private final NodeTrust held;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final OpenConnections connections;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private final TlsContexts tls;
    private final CallServer server;

    public TrialServer(State state, Clock clock, List<BindableService> endpoints) {
        this(state, clock, endpoints, 0);
    }

    public TrialServer(State state, Clock clock, List<BindableService> endpoints, int port) {
        this(TrialRegion.node(state, clock), clock, ConnectionLimits.STANDARD, endpoints, port);
    }

    TrialServer(
            NodeIdentity identity, Clock clock, ConnectionLimits limits, List<BindableService> endpoints, int port) {
        this(identity, TrialTrust.of(identity, TrialRegion.emptyDirectory()), clock, limits, endpoints, port);
    }

    TrialServer(
            NodeIdentity identity,
            NodeTrust held,
            Clock clock,
            ConnectionLimits limits,
            List<BindableService> endpoints,
            int port) {
        this.identity = identity;
        this.held = held;
        TlsRefusals refusals = new TlsRefusals(metrics, clock);
        CallerTrust trust = new CallerTrust(identity.trust(), refusals, clock);
        this.tls = new TlsContexts(identity, trust, refusals, clock);
        this.connections = new OpenConnections(trust, limits, metrics);
        connections.watch(identity, clockwork);
        CallGate gate = new CallGate(
                new CallLogInterceptor(metrics),
                new BoundsInterceptor(connections),
                new CallerInterceptor(trust, new CallRights(), identity.state()),
                new TrustAgeInterceptor(held, identity.state()),
                new LookInterceptor(NO_LOOKS));
        InetSocketAddress address = new InetSocketAddress(ADDRESS, port);
        this.server = new CallServer(
                address, tls, connections, limits, new CongestionControl(CONGESTION, metrics), gate, endpoints);
        server.start();
    }

    /** One that keeps what is trusted in a directory, and gives and takes it. */
    public static TrialServer passingTrustOn(State state, Path directory) {
        NodeIdentity identity = TrialRegion.node(state, Clock.systemUTC());
        NodeTrust trust = TrialTrust.of(identity, directory);
        return new TrialServer(
                identity,
                trust,
                Clock.systemUTC(),
                ConnectionLimits.STANDARD,
                List.of(new TrustEndpoint(identity, trust, Optional::empty)),
                0);
    }

    /** What it holds. */
    public NodeTrust trust() {
        return held;
    }

    public int port() {
        return server.port();
    }

    public NodeIdentity identity() {
        return identity;
    }

    /** The other side of the node's TLS: for calling other servers as this node. */
    public TlsContexts tls() {
        return tls;
    }

    /** How often this node refused a chain for a reason; side is {@code client} or {@code server}. */
    public double tlsRefusals(String side, String reason) {
        return metrics.counter("liptako.tls.refusals", "side", side, "reason", reason)
                .count();
    }

    /** How many calls of a method ended with a gRPC status. */
    public long calls(String method, String status) {
        return metrics.timer("liptako.grpc.calls", "method", method, "status", status)
                .count();
    }

    /** How many connections of a State's are open. */
    public long open(State state) {
        return connections.open().stream()
                .filter(connection -> connection.state() == state)
                .count();
    }

    SimpleMeterRegistry metrics() {
        return metrics;
    }

    OpenConnections connections() {
        return connections;
    }

    @Override
    public void close() {
        server.close();
        clockwork.shutdownNow();
    }
}
