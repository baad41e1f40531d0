package org.liptako.node.exchange.pace;

import java.time.Instant;
import java.util.Optional;
import org.liptako.node.config.limit.LimitConfig;

/**
 * A limit that counts now.
 *
 * @param setBy who has set it; empty if the configuration has
 * @param setAt when; empty if the configuration has
 */
public record PaceLimit(LimitConfig limit, Optional<String> setBy, Optional<Instant> setAt) {
    static PaceLimit configured(LimitConfig limit) {
        return new PaceLimit(limit, Optional.empty(), Optional.empty());
    }
}
