package org.liptako.node.operations;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Not ready from the moment this process was told to leave: whoever spreads calls over processes then sends it no more. */
@Readiness
@Singleton
final class DrainReadiness extends AbstractHealthIndicator<Map<String, String>> implements WorkCondition {
    private final Drain drain;

    DrainReadiness(Drain drain) {
        this.drain = drain;
    }

    @Override
    protected String getName() {
        return "drain";
    }

    @Override
    public Optional<String> missing() {
        return drain.isUnderWay() ? Optional.of("this process hands its work over, and ends") : Optional.empty();
    }

    @Override
    protected Map<String, String> getHealthInformation() {
        Optional<String> leaving = missing();
        healthStatus = leaving.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN;
        return Map.of("state", leaving.orElse("stays"));
    }
}
