package org.liptako.node.exchange.attest;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.identity.NodeTrust;

/** Puts the room together. */
@Factory
public final class AttestFactory {
    @Singleton
    public AttestDesk desk(SiteRecord own, GrantLedger grants, NodeTrust trust) {
        return new AttestDesk(
                own, grants, new OperatorSignature(trust, own.journal().state()));
    }

    @Singleton
    public ErasureStatementEndpoint endpoint(SiteRecord own, AttestDesk desk) {
        return new ErasureStatementEndpoint(own.site(), desk);
    }
}
