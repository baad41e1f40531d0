package org.liptako.node.identity;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolNegotiator;
import io.netty.handler.ssl.SslContext;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSessionContext;

/** A TLS context that begins each connection with the credential of the moment; those that run keep theirs. */
final class RenewableSslContext extends SslContext {
    private final Supplier<SslContext> making;
    private volatile SslContext current;

    RenewableSslContext(OwnCredential credential, Supplier<SslContext> making) {
        this.making = making;
        this.current = making.get();
        credential.onRenewed(this::renew);
    }

    /** As this, and begins each connection by what is trusted at the moment too. */
    RenewableSslContext andAfter(TrustEpoch epoch) {
        epoch.onAdvance(this::renew);
        return this;
    }

    private void renew() {
        current = making.get();
    }

    @Override
    public boolean isClient() {
        return current.isClient();
    }

    @Override
    public List<String> cipherSuites() {
        return current.cipherSuites();
    }

    @Override
    @SuppressWarnings("deprecation") // Netty's own word for ALPN; there is no other to override.
    public ApplicationProtocolNegotiator applicationProtocolNegotiator() {
        return current.applicationProtocolNegotiator();
    }

    @Override
    public SSLEngine newEngine(ByteBufAllocator allocator) {
        return current.newEngine(allocator);
    }

    @Override
    public SSLEngine newEngine(ByteBufAllocator allocator, String peerHost, int peerPort) {
        return current.newEngine(allocator, peerHost, peerPort);
    }

    @Override
    public SSLSessionContext sessionContext() {
        return current.sessionContext();
    }
}
