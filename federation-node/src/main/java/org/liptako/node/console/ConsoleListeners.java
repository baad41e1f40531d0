package org.liptako.node.console;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration.NettyListenerConfiguration;
import jakarta.inject.Singleton;
import java.util.List;
import org.liptako.node.config.ConsoleConfig;

/** Has the server listen twice: in clear for this machine, and over TLS. */
@Singleton
final class ConsoleListeners implements BeanCreatedEventListener<NettyHttpServerConfiguration> {
    private static final int ANY_FREE = -1;

    private final ConsoleConfig console;

    ConsoleListeners(ConsoleConfig console) {
        this.console = console;
    }

    @Override
    public NettyHttpServerConfiguration onCreated(BeanCreatedEvent<NettyHttpServerConfiguration> event) {
        NettyHttpServerConfiguration server = event.getBean();
        server.setListeners(List.of(
                listener(console.bind(), console.port(), false),
                listener(console.httpsBind(), console.httpsPort(), true)));
        return server;
    }

    private static NettyListenerConfiguration listener(String host, int port, boolean tls) {
        NettyListenerConfiguration listener = new NettyListenerConfiguration(tls ? "https" : "http");
        listener.setHost(host);
        listener.setPort(port == 0 ? ANY_FREE : port);
        listener.setSsl(tls);
        return listener;
    }
}
