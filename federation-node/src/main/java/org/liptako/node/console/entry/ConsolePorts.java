package org.liptako.node.console.entry;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import jakarta.inject.Singleton;
import java.util.List;

/** At which ports the pages are served, once the server listens. */
@Singleton
public final class ConsolePorts {
    private final BeanProvider<NettyEmbeddedServer> server;

    ConsolePorts(BeanProvider<NettyEmbeddedServer> server) {
        this.server = server;
    }

    /** The port on which they are served in clear. */
    public int clear() {
        return bound().getFirst();
    }

    /** The port on which they are served over TLS. */
    public int https() {
        return bound().getLast();
    }

    /** In clear first, as they are listed to the server; one alone if both addresses have the same. */
    private List<Integer> bound() {
        return List.copyOf(server.get().getBoundPorts());
    }
}
