package org.liptako.node.exchange.repair;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.liptako.node.exchange.damage.DamagedCopies;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.transfer.Mending;
import org.liptako.node.exchange.transfer.VersionTurns;
import org.liptako.pki.signature.StatementVerifier;

/** Wires what reads copies again, and what mends them. */
@Factory
public final class RepairFactory {
    @Singleton
    public DamagedCopies damagedCopies(SiteRecord own) {
        return new DamagedCopies(own);
    }

    @Singleton
    public VerifyDesk verifyDesk(SiteRecord own, Holdings holdings, StatementVerifier verifier) {
        return new VerifyDesk(own, holdings, verifier);
    }

    @Singleton
    public RepairDesk repairDesk(
            SiteRecord own, ReplicaStore store, DamagedCopies damaged, Mending mending, VersionTurns turns) {
        return new RepairDesk(own, store, damaged, mending, turns);
    }

    @Singleton
    @Bean(preDestroy = "close")
    RepairWatch repairWatch(SiteRecord own, DamagedCopies damaged, RepairDesk desk, MeterRegistry metrics) {
        Gauge.builder("liptako.exchange.copies.withdrawn", desk::withdrawn)
                .description("Copies of this site that their disk has damaged, and that are not proved again.")
                .register(metrics);
        return new RepairWatch(damaged, desk, own.clock());
    }
}
