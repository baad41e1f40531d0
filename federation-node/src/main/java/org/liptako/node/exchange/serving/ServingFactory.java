package org.liptako.node.exchange.serving;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.metric.ExchangeMeter;
import org.liptako.node.exchange.pace.Pace;
import org.liptako.node.exchange.publication.Holdings;

/** Puts the room together. */
@Factory
public final class ServingFactory {
    private static final int READERS = Math.max(2, Runtime.getRuntime().availableProcessors());

    @Singleton
    @Named("readers")
    @Bean(preDestroy = "shutdown")
    public ExecutorService readers() {
        return Executors.newFixedThreadPool(
                READERS, Thread.ofPlatform().name("serve-", 0).daemon().factory());
    }

    @Singleton
    public ReplicaExchangeEndpoint endpoint(
            SiteRecord own,
            GrantLedger grants,
            Holdings holdings,
            @Named("readers") ExecutorService readers,
            ExchangeMeter meter,
            Pace pace) {
        return new ReplicaExchangeEndpoint(new ServingDesk(own, grants, holdings), own.clock(), readers, meter, pace);
    }
}
