package org.liptako.node.peer;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TlsContexts;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/**
 * One channel to each configured peer, connected at first use and kept.
 *
 * <p>When what is trusted changes, the calls that run to a peer who is believed no longer are ended. A peer that vanishes without a word is found out within eight seconds: a ping every five, answered within three.
 */
final class TlsPeerChannels implements PeerChannels, AutoCloseable {
    private static final Duration PING = Duration.ofSeconds(5);
    private static final Duration PING_ANSWER = Duration.ofSeconds(3);
    private static final int MESSAGE_BYTES = 4 * 1024 * 1024;
    private static final int METADATA_BYTES = 16 * 1024;
    private static final int WINDOW_BYTES = 8 * 1024 * 1024;

    private final Map<State, ManagedChannel> connections = new EnumMap<>(State.class);
    private final Map<State, ManagedChannel> trustConnections = new EnumMap<>(State.class);
    private final Map<State, Channel> channels = new EnumMap<>(State.class);

    TlsPeerChannels(PeerDirectory directory, TlsContexts tls, NodeTrust trust) {
        for (PeerConfig peer : directory.peers()) {
            ManagedChannel connection = connection(
                    peer.host(), peer.port(), peer.serverName(), tls.clientOf(peer.state(), peer.serverName()));
            trustConnections.put(
                    peer.state(),
                    connection(
                            peer.host(),
                            peer.port(),
                            peer.serverName(),
                            tls.trustClientOf(peer.state(), peer.serverName())));
            connections.put(peer.state(), connection);
            PeerTrustInterceptor trusted = new PeerTrustInterceptor(peer.state(), peer.serverName(), tls, trust);
            tls.epoch().onAdvance(trusted::judgeAgain);
            channels.put(peer.state(), ClientInterceptors.intercept(connection, new DeadlineInterceptor(), trusted));
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
    public Channel trustChannel(State state) {
        Channel channel = trustConnections.get(state);
        if (channel == null) {
            throw unknown(state);
        }
        return channel;
    }

    @Override
    public void retryNow(State state) {
        ManagedChannel connection = connections.get(state);
        if (connection == null) {
            throw unknown(state);
        }
        connection.resetConnectBackoff();
    }

    /**
     * Begins a new connection to every peer with its next call, because this node's certificate was renewed or because
     * what is trusted has changed; calls that run end on the connection they began on.
     */
    void beginAnew() {
        connections.values().forEach(ManagedChannel::enterIdle);
        trustConnections.values().forEach(ManagedChannel::enterIdle);
    }

    @Override
    public void close() {
        connections.values().forEach(ManagedChannel::shutdownNow);
        trustConnections.values().forEach(ManagedChannel::shutdownNow);
    }

    /** A connection to a node, that is found out within seconds if the node vanishes. */
    static ManagedChannel connection(String host, int port, String serverName, SslContext tls) {
        return NettyChannelBuilder.forAddress(host, port)
                .sslContext(tls)
                .overrideAuthority(serverName)
                .keepAliveTime(PING.toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTimeout(PING_ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveWithoutCalls(true)
                .maxInboundMessageSize(MESSAGE_BYTES)
                .maxInboundMetadataSize(METADATA_BYTES)
                .flowControlWindow(WINDOW_BYTES)
                .build();
    }

    private static Failure unknown(State state) {
        return Failure.of(
                ErrorCode.PEER_SILENT,
                "Aucun nœud de " + state.french() + " n'est configuré ici ; voyez liptako.peers.",
                "No node of " + state.english() + " is configured here; see liptako.peers.");
    }
}
