package org.liptako.node.operations;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.liptako.node.exchange.recognition.RecognisedStore;
import org.liptako.node.wire.Sentence;

/** Not ready while the store is not known to be this site's, for no copy is then fetched, given or judged. */
@Readiness
@Singleton
final class StoreReadiness extends AbstractHealthIndicator<Map<String, String>> implements WorkCondition {
    private final RecognisedStore store;

    StoreReadiness(RecognisedStore store) {
        this.store = store;
    }

    @Override
    protected String getName() {
        return "store";
    }

    @Override
    public Optional<String> missing() {
        try {
            return store.refusal().map(Sentence::en);
        } catch (IOException e) {
            return Optional.of("the store cannot be read");
        }
    }

    @Override
    protected Map<String, String> getHealthInformation() {
        try {
            Optional<Sentence> refusal = store.refusal();
            healthStatus = refusal.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN;
            return Map.of("state", refusal.map(Sentence::en).orElse("known"));
        } catch (IOException e) {
            healthStatus = HealthStatus.DOWN;
            return Map.of("state", "cannot be read");
        }
    }
}
