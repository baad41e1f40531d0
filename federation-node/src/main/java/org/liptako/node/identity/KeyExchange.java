package org.liptako.node.identity;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.internal.tcnative.SSL;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The group that a TLS session agreed its keys in, such as {@code X25519MLKEM768}; for the log of calls and a metric. */
final class KeyExchange {
    private static final Logger LOG = LoggerFactory.getLogger(KeyExchange.class);
    private static final String NOTED = "liptako.group";

    private KeyExchange() {}

    /** Notes the group in the session of a handshake that has agreed on one. */
    static void note(SSLEngine engine) {
        if (engine instanceof ReferenceCountedOpenSslEngine boring) {
            try {
                engine.getHandshakeSession().putValue(NOTED, SSL.getGroupName(boring.sslPointer()));
            } catch (Exception e) {
                // tcnative declares nothing narrower; who calls matters more than over which group.
                LOG.debug("The group of a handshake is not known.", e);
            }
        }
    }

    /** Counts a connection under its group, in {@code liptako.tls.connections}. */
    static void count(SSLSession session, MeterRegistry metrics) {
        String group = of(session);
        metrics.counter("liptako.tls.connections", "group", group == null ? "unknown" : group)
                .increment();
    }

    static @Nullable String of(@Nullable SSLSession session) {
        return session != null && session.getValue(NOTED) instanceof String group ? group : null;
    }
}
