package org.liptako.node.identity;

import io.grpc.netty.NettyServerBuilder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What one caller may take of the server. A chunk of a replica is 1 MiB, a catalogue at most 1 MiB of text: 4 MiB hold
 * every message with room.
 */
final class ServerLimits {
    static final int MESSAGE_BYTES = 4 * 1024 * 1024;
    static final int METADATA_BYTES = 8 * 1024;
    static final int CALLS_PER_CONNECTION = 256;
    static final int RESETS_PER_WINDOW = 200;
    static final Duration RESET_WINDOW = Duration.ofSeconds(30);
    static final Duration HANDSHAKE = Duration.ofSeconds(10);
    static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
    static final Duration KEEP_ALIVE_ANSWER = Duration.ofSeconds(10);
    /** Peers ping every five seconds; whoever pings more often than this is cut off. */
    static final Duration LEAST_BETWEEN_PINGS = Duration.ofSeconds(4);

    static final Duration IDLE = Duration.ofMinutes(10);
    static final Duration AGE = Duration.ofHours(1);
    /** How long a call may go on once its connection has reached its age: a transfer is resumed by its receiver. */
    static final Duration AGE_GRACE = Duration.ofMinutes(10);

    static final int WINDOW_BYTES = 8 * 1024 * 1024;

    private ServerLimits() {}

    static NettyServerBuilder apply(NettyServerBuilder builder) {
        return builder.maxInboundMessageSize(MESSAGE_BYTES)
                .maxInboundMetadataSize(METADATA_BYTES)
                .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION)
                .maxRstFramesPerWindow(RESETS_PER_WINDOW, Math.toIntExact(RESET_WINDOW.toSeconds()))
                .handshakeTimeout(HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTime(KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTimeout(KEEP_ALIVE_ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .permitKeepAliveTime(LEAST_BETWEEN_PINGS.toMillis(), TimeUnit.MILLISECONDS)
                .permitKeepAliveWithoutCalls(true)
                .maxConnectionIdle(IDLE.toMillis(), TimeUnit.MILLISECONDS)
                .maxConnectionAge(AGE.toMillis(), TimeUnit.MILLISECONDS)
                .maxConnectionAgeGrace(AGE_GRACE.toMillis(), TimeUnit.MILLISECONDS)
                .flowControlWindow(WINDOW_BYTES);
    }
}
