package org.liptako.node.operations;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.witness.WitnessStanding;
import org.liptako.node.journal.witness.Witnesses;

/** Shows how far the journal is witnessed, and since when which witness is missing; never a reason not to be ready, for a State's own affairs go on. */
@Readiness
@Singleton
final class WitnessReadiness extends AbstractHealthIndicator<Map<String, String>> {
    private final Journal journal;
    private final Witnesses witnesses;

    WitnessReadiness(Journal journal, Witnesses witnesses) {
        this.journal = journal;
        this.witnesses = witnesses;
    }

    @Override
    protected String getName() {
        return "witnesses";
    }

    @Override
    protected Map<String, String> getHealthInformation() {
        healthStatus = HealthStatus.UP;
        WitnessStanding standing = witnesses.standing();
        Map<String, String> told = new TreeMap<>();
        told.put("needed", Integer.toString(standing.needed()));
        told.put("entries", Long.toString(journal.chain().length()));
        told.put("witnessed", Long.toString(standing.size()));
        standing.witnesses()
                .forEach(witness -> witness.missing()
                        .ifPresent(missing -> told.put(
                                "missing." + witness.state(), missing.since().toString())));
        return told;
    }
}
