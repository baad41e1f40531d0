package org.liptako.node.replay;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.Journal;

/** Puts together what answers for decisions. */
@Factory
final class ReplayFactory {
    @Singleton
    DecisionEndpoint decisions(Jdbi jdbi, Journal journal, DecisionIndex index) {
        return new DecisionEndpoint(new DecisionArchive(jdbi, journal, index));
    }
}
