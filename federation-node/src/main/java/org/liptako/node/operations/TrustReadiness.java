package org.liptako.node.operations;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.NodeTrust;

/** Shows which trust state is held and since when, and how long the node's certificate lasts; never a reason not to be ready, for a State's own affairs go on. */
@Readiness
@Singleton
final class TrustReadiness extends AbstractHealthIndicator<Map<String, String>> {
    private final NodeTrust trust;
    private final NodeIdentity identity;

    TrustReadiness(NodeTrust trust, NodeIdentity identity) {
        this.trust = trust;
        this.identity = identity;
    }

    @Override
    protected String getName() {
        return "trust";
    }

    @Override
    protected Map<String, String> getHealthInformation() {
        healthStatus = HealthStatus.UP;
        return Map.of(
                "number", Long.toString(trust.number()),
                "issuedAt", trust.issuedAt().map(Instant::toString).orElse("none"),
                "nextUpdate", trust.nextUpdate().map(Instant::toString).orElse("none"),
                "certificateEnds",
                        identity.credential()
                                .certificate()
                                .getNotAfter()
                                .toInstant()
                                .toString());
    }
}
