package org.liptako.node.console.entry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.ConsoleConfig;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.CertifiedCallers;
import org.liptako.node.identity.NodeIdentity;

/** Puts the room's entrance together. */
@Factory
final class EntryFactory {

    @Singleton
    EntryLog log(MeterRegistry metrics) {
        return new EntryLog(metrics);
    }

    @Singleton
    ConsoleAddress address(NodeConfig node, ConsoleConfig console, NodeIdentity identity, ConsolePorts ports) {
        String name = identity.party().dnsNameIn(identity.zone()).orElseThrow();
        return new ConsoleAddress(node, console, name, ports);
    }

    @Singleton
    Admission admission(CertifiedCallers callers, NodeConfig node) {
        return new Admission(callers, node.state());
    }

    @Singleton
    Sessions sessions(Jdbi jdbi, Admission admission, EntryLog log, Clock clock) {
        return new Sessions(new SessionStore(jdbi), admission, log, clock);
    }

    @Singleton
    EntryDesk desk(Jdbi jdbi, Sessions sessions, Admission admission, EntryLog log, Clock clock) {
        return new EntryDesk(new LinkStore(jdbi), sessions, admission, log, clock);
    }
}
