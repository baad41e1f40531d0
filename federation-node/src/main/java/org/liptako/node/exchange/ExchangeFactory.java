package org.liptako.node.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.liptako.node.exchange.erasure.ErasureDesk;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.metric.ExchangeMeter;
import org.liptako.node.exchange.pace.LinkWatch;
import org.liptako.node.exchange.pace.PaceLimits;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.publication.PublishDesk;
import org.liptako.node.exchange.repair.VerifyDesk;
import org.liptako.node.exchange.transfer.QueueDesk;
import org.liptako.node.exchange.transfer.VersionTurns;
import org.liptako.node.registry.Registers;

/** Makes what operators speak to; each room within this one has a factory of its own. */
@Factory
final class ExchangeFactory {
    @Singleton
    ExchangeMeter meter(MeterRegistry metrics) {
        return new ExchangeMeter(metrics);
    }

    @Singleton
    @Bean(preDestroy = "close")
    TransferWatches watches() {
        return new TransferWatches();
    }

    @Singleton
    ReplicaEndpoint endpoint(
            SiteRecord own,
            GrantLedger grants,
            Holdings holdings,
            PublishDesk publications,
            QueueDesk transfers,
            VerifyDesk verifications,
            VersionTurns turns,
            TransferWatches watches,
            PaceLimits limits,
            LinkWatch links,
            Registers registers) {
        ErasureDesk erasures = new ErasureDesk(own, grants, holdings, turns, registers);
        return new ReplicaEndpoint(
                own.site(), publications, transfers, erasures, verifications, watches, limits, links, own.clock());
    }
}
