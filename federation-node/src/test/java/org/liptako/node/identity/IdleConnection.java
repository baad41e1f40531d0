package org.liptako.node.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.liptako.pki.issuing.Credential;

/** A connection on which nothing is called: it is refused when the server ends it. */
final class IdleConnection extends RevokedCaller {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Before it come the last stream and the error. */
    private static final int WORDS = 8;

    private final RawHttp2 connection;

    IdleConnection(int port, Credential caller) throws IOException, GeneralSecurityException {
        connection = RawHttp2.connect(port, caller);
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try {
            RawHttp2.Frame last = connection.await(frame -> frame.type() == RawHttp2.GOAWAY, PATIENCE);
            refused(
                    last == null
                            ? "connection closed"
                            : "connection ended: "
                                    + last.payload().substring(WORDS).toString(StandardCharsets.UTF_8));
        } catch (IOException closed) {
            // By the test itself, or it waited too long: no refusal.
            return;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
