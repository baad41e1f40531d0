package org.liptako.node.identity;

import io.grpc.BindableService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import org.liptako.pki.name.State;

/** A node's server with its gate, on loopback, for the endpoints that a test brings. */
public final class TrialServer implements AutoCloseable {
    private final NodeIdentity identity;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final TrustEpoch epoch = new TrustEpoch();
    private final TlsContexts tls;
    private final CallServer server;

    public TrialServer(State state, Clock clock, List<BindableService> endpoints) {
        this(state, clock, endpoints, 0);
    }

    public TrialServer(State state, Clock clock, List<BindableService> endpoints, int port) {
        this.identity = TrialRegion.node(state, clock);
        TlsRefusals refusals = new TlsRefusals(metrics, clock);
        CallerTrust trust = new CallerTrust(identity.validator(), epoch, refusals, clock);
        this.tls = new TlsContexts(identity, trust, refusals, clock);
        CallGate gate =
                new CallGate(new CallLogInterceptor(metrics), new CallerInterceptor(trust, new CallRights(), state));
        this.server =
                new CallServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), tls, gate, endpoints);
        server.start();
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

    SimpleMeterRegistry metrics() {
        return metrics;
    }

    TrustEpoch epoch() {
        return epoch;
    }

    @Override
    public void close() {
        server.close();
    }
}
