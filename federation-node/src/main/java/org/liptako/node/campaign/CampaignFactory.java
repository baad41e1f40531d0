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
import org.liptako.pki.name.State;

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
    public CampaignEndpoint endpoint(
            SiteRecord own,
            ExchangeConfig config,
            Homecoming homecoming,
            Duties duties,
            PaceLimits limits,
            NodeTrust trust,
            CampaignRunner runner) {
        State state = own.journal().state();
        Deadlines deadlines = new Deadlines(own.registry(), duties);
        HomeEnds ends = new HomeEnds(new PaceForecast(limits));
        CampaignBook book = new CampaignBook(own.jdbi(), state, own.registry(), deadlines, ends, work, own.clock());
        CampaignDesks desks = new CampaignDesks(
                new OpenDesk(own.jdbi(), own.journal(), own.registry(), deadlines),
                new PlanDesk(own.jdbi(), own.journal(), own.registry(), homecoming, deadlines),
                new RunDesk(own, config.publishDir(), work, runner),
                new WithdrawDesk(own.jdbi(), own.journal()),
                new EvidenceDesk(own.jdbi(), own.journal(), trust),
                new CloseDesk(own.journal()));
        return new CampaignEndpoint(state, book, desks);
    }
}
