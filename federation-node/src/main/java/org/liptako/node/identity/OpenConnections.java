package org.liptako.node.identity;

import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.ServerTransportFilter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections that are open, from before their handshake: counted by source address until they have shown whose they
 * are, then by State; and judged again when what is trusted changes, so that none outlives its caller's certificate.
 *
 * <p>gRPC itself looks at a caller's chain once, in the handshake, and never again.
 */
final class OpenConnections extends ServerTransportFilter {
    static final Attributes.Key<OpenConnection> CONNECTION = Attributes.Key.create("liptako-connection");
    private static final Logger LOG = LoggerFactory.getLogger(OpenConnections.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    /** How often one looks for calls that last too long, in the time that they may last. */
    private static final int LOOKS = 60;

    private static final String METRIC = "liptako.grpc.connections";

    private final Map<SocketAddress, OpenConnection> byRemote = new ConcurrentHashMap<>();
    private final CallerTrust trust;
    private final ConnectionLimits limits;
    private final MeterRegistry metrics;
    private final StrangerCalls strangerCalls;

    OpenConnections(CallerTrust trust, ConnectionLimits limits, MeterRegistry metrics) {
        this.trust = trust;
        this.limits = limits;
        this.metrics = metrics;
        this.strangerCalls = new StrangerCalls(limits);
        metrics.gaugeMapSize(METRIC, List.of(), byRemote);
    }

    /**
     * Judges again at each change of trust and at intervals, ends calls that last too long, and sends callers to a new connection when the node's own
     * certificate has been renewed: what began under the one before must not outlive it.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // A look throws nothing that could stop the next.
    void watch(NodeIdentity identity, ScheduledExecutorService clockwork) {
        identity.trust().epoch().onAdvance(this::judgeAgain);
        identity.own().onRenewed(() -> drain("The node's certificate was renewed.", limits.grace()));
        clockwork.scheduleWithFixedDelay(
                this::judgeAgain, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        long look = limits.call().toMillis() / LOOKS;
        clockwork.scheduleWithFixedDelay(this::endOverdue, look, look, TimeUnit.MILLISECONDS);
    }

    /** Stands before gRPC at the listening socket: sees a connection before a byte of it is read. */
    ChannelHandler door() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object accepted) {
                if (accepted instanceof Channel channel && !admit(channel)) {
                    channel.unsafe().closeForcibly();
                    return;
                }
                context.fireChannelRead(accepted);
            }
        };
    }

    private boolean admit(Channel channel) {
        SocketAddress remote = channel.remoteAddress();
        if (remote == null) {
            return false;
        }
        OpenConnection connection = new OpenConnection(channel);
        if (byRemote.size() >= limits.inAll()) {
            return refused("in-all");
        }
        if (strangersFrom(connection.source()) >= limits.strangersOfOneAddress()) {
            return refused("address");
        }
        byRemote.put(remote, connection);
        channel.closeFuture().addListener(closed -> byRemote.remove(remote, connection));
        return true;
    }

    private long strangersFrom(InetAddress source) {
        return byRemote.values().stream()
                .filter(connection ->
                        connection.state() == null && connection.source().equals(source))
                .count();
    }

    /** The calls of those who are nobody. */
    StrangerCalls strangerCalls() {
        return strangerCalls;
    }

    /** Counts a refusal, by the limit that was reached. */
    boolean refused(String limit) {
        metrics.counter(METRIC + ".refused", "limit", limit).increment();
        return false;
    }

    @Override
    public Attributes transportReady(Attributes transport) {
        SocketAddress remote = transport.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        SSLSession session = transport.get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        OpenConnection connection = remote == null ? null : byRemote.get(remote);
        if (connection == null || session == null) {
            throw new IllegalStateException("A connection came by another way than the door.");
        }
        KeyExchange.count(session, metrics);
        admit(connection, session);
        return transport.toBuilder().set(CONNECTION, connection).build();
    }

    /** One at a time, so that two connections of a State do not both see room for one. */
    private synchronized void admit(OpenConnection connection, SSLSession session) {
        State state = stateOf(session);
        if (state == null) {
            connection.cutAfter(limits.stranger());
        } else if (ofState(state) >= limits.ofOneState()) {
            refused("state");
            connection.cut();
        }
        connection.agreed(session, state);
    }

    private long ofState(State state) {
        return byRemote.values().stream()
                .filter(connection -> connection.state() == state)
                .count();
    }

    private @Nullable State stateOf(SSLSession session) {
        try {
            return trust.isStranger(session) ? null : trust.callerOf(session).state();
        } catch (Failure outOfDate) {
            return null;
        }
    }

    /** Ends every connection whose caller is no longer trusted, and its calls with the reason; the others notice nothing. */
    void judgeAgain() {
        for (OpenConnection connection : open()) {
            SSLSession session = connection.session();
            if (session != null && connection.state() != null) {
                try {
                    trust.callerOf(session);
                } catch (Failure refused) {
                    LOG.warn(
                            "A connection of {} from {} is ended with {} running calls: {}",
                            connection.state(),
                            connection.source(),
                            connection.calls(),
                            refused.sentence());
                    metrics.counter(METRIC + ".ended", "reason", "trust").increment();
                    connection.refuse(refused);
                }
            }
        }
    }

    /** A timer of its own for each call would cost more than most calls. */
    private void endOverdue() {
        byRemote.values().forEach(connection -> connection.endOverdue(limits.call()));
    }

    /** Ends the streams that would never end by themselves, with the reason. */
    void endFollowers(Failure reason) {
        open().forEach(connection -> connection.endFollowers(reason));
    }

    /** Ends all streams with the reason: many would never end by themselves, and whoever follows one takes it up again where it was. */
    void endStreams(Failure reason) {
        open().forEach(connection -> connection.endStreams(reason));
    }

    /** Asks all callers to connect anew, where this node's own certificate has changed; what runs may end. */
    void drain(String why, Duration grace) {
        open().forEach(connection -> connection.drain(why, grace));
    }

    Collection<OpenConnection> open() {
        return List.copyOf(byRemote.values());
    }
}
