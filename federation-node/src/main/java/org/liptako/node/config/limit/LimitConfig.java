package org.liptako.node.config.limit;

import java.util.Optional;
import org.liptako.pki.name.State;

/**
 * How fast, and in which hours, bytes may move to and from a State, or all of them together.
 *
 * @param peer empty = all States together
 * @param receive the most that this site fetches; empty = no limit
 * @param serve the most that this site gives; empty = no limit
 * @param windows the hours in which this site fetches
 */
public record LimitConfig(
        Optional<State> peer, Optional<ByteRate> receive, Optional<ByteRate> serve, DailyWindows windows) {}
