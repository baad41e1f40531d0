package org.liptako.node.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.liptako.pki.issuing.Credential;

/** A client that connects again and again, and keeps its TLS sessions to resume them: it is refused with the first connection that gets no answer. */
final class ResumingClient extends RevokedCaller {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int port;
    private final SSLContext sessions;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean over;

    ResumingClient(int port, Credential caller) throws IOException, GeneralSecurityException {
        this.port = port;
        this.sessions = RawHttp2.context(caller);
        Thread.ofVirtual().start(this::connect);
    }

    private void connect() {
        while (!over && !isRefused()) {
            try (RawHttp2 connection = RawHttp2.connect(port, sessions)) {
                connection.send(RawHttp2.PING, 0, 0, new byte[8]);
                if (connection.await(frame -> frame.type() == RawHttp2.PING, PATIENCE) == null) {
                    refused("handshake refused");
                } else {
                    connections.incrementAndGet();
                }
            } catch (IOException thrown) {
                if (!over) {
                    refused("handshake refused: " + thrown.getMessage());
                }
            }
        }
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        over = true;
    }
}
