package org.liptako.node.operations;

import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether this process is ready for work: the same that its health page says. */
@Singleton
final class OwnReadiness {
    private static final Logger LOG = LoggerFactory.getLogger(OwnReadiness.class);

    private final List<WorkCondition> conditions;

    OwnReadiness(List<WorkCondition> conditions) {
        this.conditions = List.copyOf(conditions);
    }

    boolean isReady() {
        try {
            return conditions.stream().allMatch(condition -> condition.missing().isEmpty());
        } catch (RuntimeException e) {
            LOG.debug("Readiness could not be judged: that is none.", e);
            return false;
        }
    }
}
