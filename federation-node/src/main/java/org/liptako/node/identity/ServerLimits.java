package org.liptako.node.identity;

import io.grpc.netty.NettyServerBuilder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What one caller may take of the server. A chunk of a replica is 1 MiB, a catalogue at most 1 MiB of text: 4 MiB hold
 * every message with room. Each of these limits is exceeded against a running server in {@code CallLimitsIT} or {@code ConnectionLimitsIT}.
 */
final class ServerLimits {
    /** Of a message as the endpoint sees it: a compressed one is measured as it unfolds. */
    static final int MESSAGE_BYTES = 4 * 1024 * 1024;

    static final int METADATA_BYTES = 8 * 1024;
    static final int CALLS_PER_CONNECTION = 256;
    static final int RESETS_PER_WINDOW = 200;
    static final Duration RESET_WINDOW = Duration.ofSeconds(30);
    static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
    static final Duration KEEP_ALIVE_ANSWER = Duration.ofSeconds(10);
    /** Peers ping every five seconds; whoever pings more often than this is cut off. */
    static final Duration LEAST_BETWEEN_PINGS = Duration.ofSeconds(4);

    static final int WINDOW_BYTES = 8 * 1024 * 1024;

    private ServerLimits() {}

    static NettyServerBuilder apply(NettyServerBuilder builder, ConnectionLimits connections) {
        return builder.maxInboundMessageSize(MESSAGE_BYTES)
                .maxInboundMetadataSize(METADATA_BYTES)
                .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION)
                .maxRstFramesPerWindow(RESETS_PER_WINDOW, Math.toIntExact(RESET_WINDOW.toSeconds()))
                .handshakeTimeout(connections.handshake().toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTime(KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTimeout(KEEP_ALIVE_ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .permitKeepAliveTime(LEAST_BETWEEN_PINGS.toMillis(), TimeUnit.MILLISECONDS)
                .permitKeepAliveWithoutCalls(true)
                .maxConnectionIdle(connections.idle().toMillis(), TimeUnit.MILLISECONDS)
                .maxConnectionAge(connections.age().toMillis(), TimeUnit.MILLISECONDS)
                .maxConnectionAgeGrace(connections.grace().toMillis(), TimeUnit.MILLISECONDS)
                .flowControlWindow(WINDOW_BYTES);
    }
}
