package org.liptako.node.placement.held;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.registry.CopyReader;

/** Puts the reading of copies together. */
@Factory
final class HeldFactory {
    @Singleton
    HeldCopies heldCopies(Jdbi jdbi, Clock clock) {
        return new HeldCopies(new CopyReader(jdbi, clock));
    }
}
