package org.liptako.node.possession;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.liptako.node.config.PossessionConfig;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.repair.VerifyDesk;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.transfer.TransferStore;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.possession.holding.HoldingStore;
import org.liptako.node.possession.reconcile.LookStore;
import org.liptako.node.possession.reconcile.ReconciliationDesk;
import org.liptako.node.possession.reconcile.ReconciliationWatch;
import org.liptako.node.possession.reconcile.Stock;

/** Puts the room together. */
@Factory
final class PossessionFactory {
    @Singleton
    ReconciliationDesk desk(
            SiteRecord own,
            ReplicaStore store,
            TransferStore transfers,
            PeerJournals journals,
            VerifyDesk copies,
            PossessionConfig config) {
        Stock stock = new Stock(own, store, new HoldingStore(own.jdbi()), transfers);
        return new ReconciliationDesk(stock, journals, copies, new LookStore(own.jdbi()), config);
    }

    @Singleton
    ReconciliationEndpoint endpoint(SiteRecord own, ReconciliationDesk desk) {
        return new ReconciliationEndpoint(own.site(), desk);
    }

    @Singleton
    @Bean(preDestroy = "close")
    ReconciliationWatch watch(ReconciliationDesk desk, PossessionConfig config, MeterRegistry metrics) {
        return new ReconciliationWatch(desk, config.reconcileEvery(), metrics);
    }
}
