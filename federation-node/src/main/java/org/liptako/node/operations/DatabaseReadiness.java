package org.liptako.node.operations;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.liptako.node.journal.Journal;
import org.liptako.node.wire.Sentence;

/** Not ready while the journal cannot be read, or is held because its database is older than it: nothing binding can be done then. Advisory checks go on from memory. */
@Readiness
@Singleton
final class DatabaseReadiness extends AbstractHealthIndicator<Map<String, String>> implements WorkCondition {
    private final Journal journal;

    DatabaseReadiness(Journal journal) {
        this.journal = journal;
    }

    @Override
    protected String getName() {
        return "journal";
    }

    @Override
    public Optional<String> missing() {
        try {
            journal.chain();
            return journal.hold().why().map(Sentence::en);
        } catch (JdbiException unreachable) {
            return Optional.of("the database does not answer");
        }
    }

    @Override
    protected Map<String, String> getHealthInformation() {
        try {
            String length = Long.toString(journal.chain().length());
            Optional<Sentence> held = journal.hold().why();
            healthStatus = held.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN;
            return held.map(why -> Map.of("entries", length, "held", why.en()))
                    .orElseGet(() -> Map.of("entries", length));
        } catch (JdbiException unreachable) {
            healthStatus = HealthStatus.DOWN;
            return Map.of("database", "does not answer");
        }
    }
}
