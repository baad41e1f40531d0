package org.liptako.node.campaign;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.liptako.node.config.ExchangeConfig;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.pace.PaceForecast;
import org.liptako.node.exchange.pace.PaceLimits;
import org.liptako.node.exchange.publication.PublishDesk;
import org.liptako.node.exchange.publication.PublishedVersions;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.placement.Homecoming;
import org.liptako.node.placement.duty.Duties;

/** Puts the room together. */
@Factory
public final class CampaignFactory {
    private final WorkStore work = new WorkStore();

    @Singleton
    @Bean(preDestroy = "close")
    public CampaignRunner runner(
            NodeConfig node,
            SiteRecord own,
            ExchangeConfig config,
            PublishDesk publications,
            PublishedVersions published,
            Homecoming homecoming) {
        CopyWork copies = new CopyWork(own, config.publishDir(), publications, published, homecoming);
        return new CampaignRunner(own, node.site() + " " + node.number(), copies, work);
    }

    @Singleton
    Deadlines deadlines(SiteRecord own, Duties duties) {
        return new Deadlines(own.registry(), duties);
    }

    @Singleton
    public CampaignBook book(SiteRecord own, Deadlines deadlines, PaceLimits limits) {
        return new CampaignBook(
                own.jdbi(),
                own.journal().state(),
                own.registry(),
                deadlines,
                new HomeEnds(new PaceForecast(limits)),
                work,
                own.clock());
    }

    @Singleton
    CampaignEndpoint endpoint(
            SiteRecord own,
            ExchangeConfig config,
            Homecoming homecoming,
            Deadlines deadlines,
            NodeTrust trust,
            CampaignBook book,
            CampaignRunner runner) {
        CampaignDesks desks = new CampaignDesks(
                new OpenDesk(own.jdbi(), own.journal(), own.registry(), deadlines),
                new PlanDesk(own.jdbi(), own.journal(), own.registry(), homecoming, deadlines),
                new RunDesk(own, config.publishDir(), work, runner),
                new WithdrawDesk(own.jdbi(), own.journal()),
                new EvidenceDesk(own.jdbi(), own.journal(), trust),
                new CloseDesk(own.journal()));
        return new CampaignEndpoint(own.journal().state(), book, desks);
    }
}
