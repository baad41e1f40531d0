package org.liptako.node.identity;

import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslContext;
import io.netty.internal.tcnative.SSL;
import javax.net.ssl.SSLEngine;

/**
 * A TLS context of BoringSSL whose sessions are never resumed: no ticket is given, no session is kept.
 *
 * <p>Netty's own switch for tickets is a system property for the whole process, which a start script may forget;
 * BoringSSL has one for each connection.
 */
final class TicketlessSslContext extends DelegatingSslContext {

    TicketlessSslContext(SslContext context) {
        super(context);
        if (!(context.sessionContext() instanceof OpenSslSessionContext sessions)) {
            throw notBoringSsl(context);
        }
        sessions.setSessionCacheEnabled(false);
    }

    @Override
    protected void initEngine(SSLEngine engine) {
        if (!(engine instanceof ReferenceCountedOpenSslEngine boring)) {
            throw notBoringSsl(engine);
        }
        SSL.setOptions(boring.sslPointer(), SSL.SSL_OP_NO_TICKET);
    }

    private static IllegalStateException notBoringSsl(Object found) {
        return new IllegalStateException("TLS here is BoringSSL's and no other; this is " + found.getClass() + ".");
    }
}
