package org.liptako.node.exchange.grant;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.journal.Journal;
import org.liptako.node.registry.Registry;

/** Puts together what the other rooms know of this data centre and of its grants. */
@Factory
final class GrantFactory {
    @Singleton
    SiteRecord record(NodeConfig node, Jdbi jdbi, Journal journal, Registry registry, Clock clock) {
        return new SiteRecord(node.site(), jdbi, journal, registry, clock);
    }

    @Singleton
    GrantLedger grants(Jdbi jdbi) {
        return new GrantLedger(jdbi);
    }
}
