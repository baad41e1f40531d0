package org.liptako.node.console.entry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.ConsoleConfig;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.CertifiedCallers;

/** Puts the room's entrance together. */
@Factory
final class EntryFactory {

    @Singleton
    EntryLog log(MeterRegistry metrics) {
        return new EntryLog(metrics);
    }

    @Singleton
    ConsoleAddress address(NodeConfig node, ConsoleConfig console, BeanProvider<EmbeddedServer> server) {
        return new ConsoleAddress(node, console, () -> server.get().getPort());
    }

    @Singleton
    Sessions sessions(Jdbi jdbi, CertifiedCallers callers, EntryLog log, Clock clock) {
        return new Sessions(new SessionStore(jdbi), callers, log, clock);
    }

    @Singleton
    EntryDesk desk(Jdbi jdbi, Sessions sessions, CertifiedCallers callers, EntryLog log, Clock clock) {
        return new EntryDesk(new LinkStore(jdbi), sessions, callers, log, clock);
    }
}
