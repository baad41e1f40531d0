package org.liptako.node.console;

import io.micronaut.http.server.netty.ssl.ServerSslBuilder;
import io.micronaut.http.ssl.ServerSslConfiguration;
import io.netty.handler.ssl.SslContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.liptako.node.identity.TlsContexts;

/** Gives the pages the node's own TLS, with its certificate of the moment: BoringSSL and no other provider. */
@Singleton
final class ConsoleTls implements ServerSslBuilder {
    private final ServerSslConfiguration usual = new ServerSslConfiguration();
    private final SslContext context;

    ConsoleTls(TlsContexts tls) {
        this.context = tls.pages();
    }

    @Override
    public ServerSslConfiguration getSslConfiguration() {
        return usual;
    }

    @Override
    public Optional<SslContext> build() {
        return Optional.of(context);
    }
}
