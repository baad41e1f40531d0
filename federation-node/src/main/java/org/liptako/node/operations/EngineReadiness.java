package org.liptako.node.operations;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.liptako.node.rulebook.RuleSets;

/** Not ready while the rule engine does not answer under the rule set in force: nothing can be permitted then. */
@Readiness
@Singleton
final class EngineReadiness extends AbstractHealthIndicator<Map<String, String>> {
    private final RuleSets rules;

    EngineReadiness(RuleSets rules) {
        this.rules = rules;
    }

    @Override
    protected String getName() {
        return "rules";
    }

    @Override
    protected Map<String, String> getHealthInformation() {
        healthStatus = rules.engineAnswers() ? HealthStatus.UP : HealthStatus.DOWN;
        return Map.of(
                "ruleSet", rules.inForce().digest().toString(),
                "engine", rules.engine());
    }
}
