package org.liptako.node.operations;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;
import org.liptako.node.journal.Journal;

/** Not ready while the journal cannot be read: nothing binding can be done then. Advisory checks go on from memory. */
@Readiness
@Singleton
final class DatabaseReadiness extends AbstractHealthIndicator<Map<String, String>> {
    private final Journal journal;

    DatabaseReadiness(Journal journal) {
        this.journal = journal;
    }

    @Override
    protected String getName() {
        return "journal";
    }

    @Override
    protected Map<String, String> getHealthInformation() {
        try {
            String length = Long.toString(journal.chain().length());
            healthStatus = HealthStatus.UP;
            return Map.of("entries", length);
        } catch (JdbiException unreachable) {
            healthStatus = HealthStatus.DOWN;
            return Map.of("database", "does not answer");
        }
    }
}
