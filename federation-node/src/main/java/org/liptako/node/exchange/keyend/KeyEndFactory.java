package org.liptako.node.exchange.keyend;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.liptako.node.config.ExchangeConfig;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.publication.PublishedVersions;
import org.liptako.node.exchange.unsealing.RestoreDesk;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.OfficerQuorum;
import org.liptako.node.placement.duty.Duties;
import org.liptako.node.registry.Registers;

/** Puts the room together. */
@Factory
public final class KeyEndFactory {
    @Singleton
    public RestoreDesk restorations(SiteRecord own, ExchangeConfig config, DatasetKeys keys, Holdings holdings) {
        return new RestoreDesk(own, config.publishDir(), keys, holdings);
    }

    @Singleton
    public KeyEndDesk ends(
            SiteRecord own,
            DatasetKeys keys,
            PublishedVersions published,
            NodeTrust trust,
            Registers registers,
            Duties duties) {
        return new KeyEndDesk(
                own,
                keys,
                published,
                new OfficerQuorum(trust, own.journal().state()),
                new KeyEndBars(own, registers, duties));
    }

    @Singleton
    public DatasetKeyEndpoint endpoint(SiteRecord own, RestoreDesk restorations, KeyEndDesk ends) {
        return new DatasetKeyEndpoint(own, restorations, ends);
    }
}
