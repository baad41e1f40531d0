package org.liptako.node.config;

import java.time.ZoneId;
import java.util.List;
import org.liptako.node.config.limit.LimitConfig;

/**
 * How fast, and in which hours, copies move.
 *
 * @param zone the site's own time, in which its people say hours
 * @param limits at most one for each State, and one for all together
 */
public record PaceConfig(ZoneId zone, List<LimitConfig> limits) {

    public PaceConfig {
        limits = List.copyOf(limits);
    }
}
