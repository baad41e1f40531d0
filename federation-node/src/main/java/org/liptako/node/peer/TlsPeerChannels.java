package org.liptako.node.peer;

import io.grpc.Channel;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.config.PeerProcess;
import org.liptako.node.config.PeerSite;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TlsContexts;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.NodeAddresses;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One channel to each configured peer, connected at first use and kept; and lanes beside it, for whoever moves bytes.
 *
 * <p>When what is trusted changes, and at intervals, the calls that run to a peer who is believed no longer are ended. A peer that vanishes without a word is found out within eight seconds: a ping every five, answered within three.
 */
final class TlsPeerChannels implements PeerChannels, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TlsPeerChannels.class);
    /** As long as a caller's certificate may have ended before its connection does. */
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final Duration PING = Duration.ofSeconds(5);
    private static final Duration PING_ANSWER = Duration.ofSeconds(3);
    private static final int MESSAGE_BYTES = 4 * 1024 * 1024;
    private static final int METADATA_BYTES = 16 * 1024;
    private static final int WINDOW_BYTES = 8 * 1024 * 1024;

    /** Of a lane: it may share its link with many, and what is on its way there queues up before the answer to a ping. */
    private static final Duration LANE_PING_ANSWER = Duration.ofSeconds(8);

    private static final Duration LANE_IDLE = Duration.ofSeconds(60);
    private static final Duration LANE_DIALLING = Duration.ofSeconds(5);
    /** A lane begins with this, and gRPC widens it to what bandwidth and delay of its link ask for. */
    private static final int LANE_WINDOW_BYTES = 1024 * 1024;

    private final Map<State, ManagedChannel> connections = new EnumMap<>(State.class);
    private final Map<State, ManagedChannel> trustConnections = new EnumMap<>(State.class);
    private final Map<State, Channel> channels = new EnumMap<>(State.class);
    /** Of further data centres. */
    private final Map<SiteId, ManagedChannel> siteConnections = new HashMap<>();

    private final Map<SiteId, Channel> siteChannels = new HashMap<>();
    private final Map<State, PeerLanes> lanes = new EnumMap<>(State.class);
    private final List<PeerTrustInterceptor> judges = new ArrayList<>();

    TlsPeerChannels(PeerDirectory directory, TlsContexts tls, NodeTrust trust) {
        for (PeerConfig peer : directory.peers()) {
            SslContext mutual = tls.clientOf(peer.state(), peer.serverNames());
            ManagedChannel connection = connection(peer, mutual);
            trustConnections.put(peer.state(), connection(peer, tls.trustClientOf(peer.state(), peer.serverNames())));
            connections.put(peer.state(), connection);
            List<ClientInterceptor> interceptors = interceptors(peer.state(), peer.serverNames(), tls, trust);
            channels.put(peer.state(), ClientInterceptors.intercept(connection, interceptors));
            lanes.put(peer.state(), new PeerLanes(() -> lane(peer, mutual), interceptors));
            peer.sites().forEach(further -> connect(peer.state(), further, tls, trust));
        }
    }

    private void connect(State state, PeerSite further, TlsContexts tls, NodeTrust trust) {
        PeerProcess node = further.node();
        List<String> names = List.of(node.serverName());
        ManagedChannel connection = connection(node.host(), node.port(), node.serverName(), tls.clientOf(state, names));
        siteConnections.put(further.site(), connection);
        siteChannels.put(
                further.site(), ClientInterceptors.intercept(connection, interceptors(state, names, tls, trust)));
    }

    private List<ClientInterceptor> interceptors(
            State state, List<String> serverNames, TlsContexts tls, NodeTrust trust) {
        PeerTrustInterceptor trusted = new PeerTrustInterceptor(state, serverNames, tls, trust);
        tls.epoch().onAdvance(trusted::judgeAgain);
        judges.add(trusted);
        return List.of(new DeadlineInterceptor(), trusted);
    }

    /** Judges what runs at intervals too: a peer's certificate ends while nothing else changes. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    void watch(ScheduledExecutorService clockwork) {
        clockwork.scheduleWithFixedDelay(this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            judges.forEach(PeerTrustInterceptor::judgeAgain);
        } catch (RuntimeException failed) {
            // The next look must come, whatever became of this one.
            LOG.error("The calls that run to peers could not be judged again.", failed);
        }
    }

    @Override
    public Channel channel(State state) {
        Channel channel = channels.get(state);
        if (channel == null) {
            throw unknown(state);
        }
        return channel;
    }

    @Override
    public Channel siteChannel(SiteId site) {
        Channel channel = siteChannels.get(site);
        return channel == null ? channel(site.state().orElseThrow()) : channel;
    }

    @Override
    public Channel trustChannel(State state) {
        Channel channel = trustConnections.get(state);
        if (channel == null) {
            throw unknown(state);
        }
        return channel;
    }

    @Override
    public PeerLane lane(State state) {
        PeerLanes ofState = lanes.get(state);
        if (ofState == null) {
            throw unknown(state);
        }
        return ofState.borrow();
    }

    @Override
    public void dial(State state, int count) {
        PeerLanes ofState = lanes.get(state);
        if (ofState != null) {
            ofState.dial(count);
        }
    }

    @Override
    public boolean reaches(State state) {
        PeerLanes ofState = lanes.get(state);
        return ofState != null && ofState.reaches();
    }

    @Override
    public void hangUp(State state) {
        PeerLanes ofState = lanes.get(state);
        if (ofState != null) {
            ofState.beginAnew();
        }
    }

    @Override
    public void retryNow(State state) {
        ManagedChannel connection = connections.get(state);
        if (connection == null) {
            throw unknown(state);
        }
        connection.resetConnectBackoff();
    }

    @Override
    public void retryNow(SiteId site) {
        ManagedChannel connection = siteConnections.get(site);
        if (connection == null) {
            retryNow(site.state().orElseThrow());
        } else {
            connection.resetConnectBackoff();
        }
    }

    /**
     * Begins a new connection to every peer with its next call, because this node's certificate was renewed or because
     * what is trusted has changed; calls that run end on the connection they began on.
     */
    void beginAnew() {
        connections.values().forEach(ManagedChannel::enterIdle);
        trustConnections.values().forEach(ManagedChannel::enterIdle);
        siteConnections.values().forEach(ManagedChannel::enterIdle);
        lanes.values().forEach(PeerLanes::beginAnew);
    }

    @Override
    public void close() {
        connections.values().forEach(ManagedChannel::shutdownNow);
        trustConnections.values().forEach(ManagedChannel::shutdownNow);
        siteConnections.values().forEach(ManagedChannel::shutdownNow);
        lanes.values().forEach(PeerLanes::shutdown);
    }

    /** A connection to a node, that is found out within seconds if the node vanishes. */
    static ManagedChannel connection(String host, int port, String serverName, SslContext tls) {
        return kept(NettyChannelBuilder.forAddress(host, port), serverName, tls);
    }

    private static ManagedChannel connection(PeerConfig peer, SslContext tls) {
        return kept(at(peer), peer.serverName(), tls);
    }

    private static ManagedChannel kept(NettyChannelBuilder builder, String serverName, SslContext tls) {
        return to(builder, serverName, tls)
                .keepAliveTimeout(PING_ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveWithoutCalls(true)
                .flowControlWindow(WINDOW_BYTES)
                .build();
    }

    private static ManagedChannel lane(PeerConfig peer, SslContext tls) {
        return to(at(peer), peer.serverName(), tls)
                .keepAliveTimeout(LANE_PING_ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .idleTimeout(LANE_IDLE.toMillis(), TimeUnit.MILLISECONDS)
                .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(LANE_DIALLING.toMillis()))
                .initialFlowControlWindow(LANE_WINDOW_BYTES)
                .build();
    }

    /** Whichever of the node's processes answers. */
    private static NettyChannelBuilder at(PeerConfig peer) {
        return peer.also().isEmpty()
                ? NettyChannelBuilder.forAddress(peer.host(), peer.port())
                : NettyChannelBuilder.forTarget(NodeAddresses.target(peer.processes().stream()
                        .map(process -> new NodeAddresses.Address(process.host(), process.port()))
                        .toList()));
    }

    private static NettyChannelBuilder to(NettyChannelBuilder builder, String serverName, SslContext tls) {
        return builder.sslContext(tls)
                .overrideAuthority(serverName)
                .keepAliveTime(PING.toMillis(), TimeUnit.MILLISECONDS)
                .maxInboundMessageSize(MESSAGE_BYTES)
                .maxInboundMetadataSize(METADATA_BYTES);
    }

    private static Failure unknown(State state) {
        return Failure.of(
                ErrorCode.PEER_SILENT,
                "Aucun nœud de " + state.french() + " n'est configuré ici ; voyez liptako.peers.",
                "No node of " + state.english() + " is configured here; see liptako.peers.");
    }
}
