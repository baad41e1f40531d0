package org.liptako.node.exchange.pace;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.PaceConfig;

/** Puts the room together. */
@Factory
public final class PaceFactory {
    @Singleton
    public PaceLimits limits(PaceConfig config, Jdbi jdbi, Clock clock) {
        return new PaceLimits(config.limits(), config.zone(), new PaceLimitStore(jdbi), clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    public Pace pace(PaceLimits limits) {
        return new Pace(limits);
    }

    @Singleton
    public LinkWatch links(Jdbi jdbi, Clock clock) {
        return new LinkWatch(new LinkSpeedStore(jdbi), clock);
    }
}
