package org.liptako.node.operations;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.liptako.node.rulebook.EngineFailures;
import org.liptako.node.rulebook.RuleSets;

/**
 * Not ready while the rule engine does not answer under the rule set in force, for nothing can be permitted then; nor a while after two engines gave different
 * answers, for one of them is wrong.
 */
@Readiness
@Singleton
final class EngineReadiness extends AbstractHealthIndicator<Map<String, String>> implements WorkCondition {
    private final RuleSets rules;
    private final EngineFailures failures;

    EngineReadiness(RuleSets rules, EngineFailures failures) {
        this.rules = rules;
        this.failures = failures;
    }

    @Override
    protected String getName() {
        return "rules";
    }

    @Override
    public Optional<String> missing() {
        if (failures.haveLatelyDisagreed()) {
            return Optional.of("the rule engines disagree");
        }
        return rules.engineAnswers() ? Optional.empty() : Optional.of("the rule engine does not answer");
    }

    @Override
    protected Map<String, String> getHealthInformation() {
        boolean answers = rules.engineAnswers();
        boolean disagreed = failures.haveLatelyDisagreed();
        healthStatus = answers && !disagreed ? HealthStatus.UP : HealthStatus.DOWN;
        return Map.of(
                "state", disagreed ? "engines disagree" : answers ? "answers" : "does not answer",
                "ruleSet", rules.inForce().digest().toString(),
                "engine", rules.engine());
    }
}
