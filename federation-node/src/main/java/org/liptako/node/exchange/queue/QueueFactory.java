package org.liptako.node.exchange.queue;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** Puts the room together. */
@Factory
public final class QueueFactory {
    @Singleton
    public Pauses pauses(Jdbi jdbi, Clock clock) {
        return new Pauses(jdbi, clock);
    }

    @Singleton
    public TransferQueue queue() {
        return new TransferQueue();
    }
}
